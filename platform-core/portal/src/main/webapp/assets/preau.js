/* What pages do beside htmx, in the JavaScript that Safari 12 knows. Without it they work as well. */
(function () {
  'use strict';

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
}());
