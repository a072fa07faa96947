/* Shows what Préau tells a device, and leads there. It keeps no page: Préau is read online. */
self.addEventListener('push', function (event) {
  'use strict';
  var told = event.data.json();
  event.waitUntil(self.registration.showNotification(told.kind, {
    body: told.title,
    tag: told.tag,
    lang: 'fr',
    icon: '/assets/icon-192.png',
    data: told.href
  }));
});

self.addEventListener('notificationclick', function (event) {
  'use strict';
  var there = new URL(event.notification.data, self.location.origin);
  event.notification.close();
  if (there.origin === self.location.origin) {
    event.waitUntil(self.clients.openWindow(there.href));
  }
});
