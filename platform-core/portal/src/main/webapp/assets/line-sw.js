/* Opens the line of a canteen without network: its page and what that page is made of, which the
   page itself has put aside. It keeps nobody's name and answers for no other page. */
(function () {
  'use strict';

  var CACHE = 'preau-line';
  var PAGE = new URL(self.registration.scope).pathname;
  var PATIENCE = 3000;

  self.addEventListener('install', function () {
    self.skipWaiting();
  });

  self.addEventListener('activate', function (event) {
    event.waitUntil(self.clients.claim());
  });

  function kept(address) {
    return self.caches.open(CACHE).then(function (cache) {
      return cache.match(address, { ignoreVary: true });
    });
  }

  /* A network that does not answer is no network: pupils wait. */
  function page(request) {
    return new Promise(function (resolve, reject) {
      var waited = setTimeout(function () {
        kept(PAGE).then(function (answer) {
          if (answer) {
            resolve(answer);
          }
        });
      }, PATIENCE);
      fetch(request).then(function (answer) {
        clearTimeout(waited);
        return answer.status < 500 ? answer : kept(PAGE).then(function (old) {
          return old || answer;
        });
      }).then(resolve, function (failure) {
        clearTimeout(waited);
        kept(PAGE).then(function (answer) {
          if (answer) {
            resolve(answer);
          } else {
            reject(failure);
          }
        }, reject);
      });
    });
  }

  function file(request) {
    return kept(request).then(function (answer) {
      return answer || fetch(request);
    });
  }

  self.addEventListener('fetch', function (event) {
    var address = new URL(event.request.url);
    if (event.request.method !== 'GET' || address.origin !== self.location.origin) {
      return;
    }
    if (event.request.mode === 'navigate' && address.pathname === PAGE) {
      event.respondWith(page(event.request));
    } else if (/^\/(assets|webjars)\//.test(address.pathname)) {
      event.respondWith(file(event.request));
    }
  });
}());
