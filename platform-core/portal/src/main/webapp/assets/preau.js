/* What pages do beside htmx, in the JavaScript that Safari 12 knows. Without it they work as well. */
(function () {
  'use strict';

  var own = document.currentScript.src;

  function offline() {
    return document.getElementById('offline');
  }

  /* A refusal that says where it wants to stand is shown; htmx alone drops whatever is not 200. */
  document.addEventListener('htmx:beforeSwap', function (event) {
    var answer = event.detail.xhr;
    if (answer.status >= 400 && answer.getResponseHeader('HX-Retarget')) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  document.addEventListener('htmx:sendError', function () {
    var notice = document.getElementById('notice');
    if (!notice || offline()) {
      return;
    }
    var message = document.createElement('p');
    message.id = 'offline';
    message.className = 'banner tone-warning';
    message.textContent = notice.getAttribute('data-offline');
    notice.textContent = '';
    notice.appendChild(message);
    notice.scrollIntoView();
  });

  document.addEventListener('htmx:afterRequest', function (event) {
    var message = offline();
    if (message && event.detail.successful) {
      message.parentNode.removeChild(message);
    }
  });

  function load(name) {
    var script = document.createElement('script');
    script.src = own.replace('preau.js', name);
    document.head.appendChild(script);
  }

  /* What only some pages need is fetched only there: where somebody writes, where pupils pass. */
  document.addEventListener('DOMContentLoaded', function () {
    if (document.querySelector('.rich-field')) {
      load('editor.js');
    }
    if (document.getElementById('pass')) {
      load('line.js');
    }
  });

  function bytes(base64) {
    var text = window.atob(base64.replace(/-/g, '+').replace(/_/g, '/'));
    var all = new Uint8Array(text.length);
    for (var i = 0; i < text.length; i += 1) {
      all[i] = text.charCodeAt(i);
    }
    return all;
  }

  function letIn(form) {
    return window.Notification.requestPermission().then(function (answer) {
      if (answer !== 'granted') {
        throw new Error(answer);
      }
      return navigator.serviceWorker.register('/assets/sw.js', { scope: '/' });
    }).then(function () {
      return navigator.serviceWorker.ready;
    }).then(function (worker) {
      return worker.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: bytes(form.getAttribute('data-key'))
      });
    }).then(function (device) {
      var said = device.toJSON();
      form.elements.endpoint.value = said.endpoint;
      form.elements.key.value = said.keys.p256dh;
      form.elements.auth.value = said.keys.auth;
      form.submit();
    });
  }

  /* A row that is wider than a phone begins where its reader is. */
  document.addEventListener('DOMContentLoaded', function () {
    var here = document.querySelectorAll('.site-menu [aria-current], .tabs [aria-current]');
    for (var i = 0; i < here.length; i += 1) {
      var row = here[i].parentNode.parentNode.parentNode;
      row.scrollLeft += here[i].getBoundingClientRect().left - row.getBoundingClientRect().left
          - (row.clientWidth - here[i].offsetWidth) / 2;
    }
  });

  /* The form to let a device in is shown where the browser can be let in. */
  document.addEventListener('DOMContentLoaded', function () {
    var form = document.getElementById('let-in');
    if (!form || !navigator.serviceWorker || !window.PushManager || !window.Notification) {
      return;
    }
    form.hidden = false;
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      letIn(form).catch(function () {
        document.getElementById('let-in-refused').textContent = form.getAttribute('data-refused');
      });
    });
  });
}());
