/* The line of a canteen. The device decides by itself: the list of the day and what it has written
   lie in its own store, so a whole service goes without network. What it writes is a chain, each
   entry sealed with the one before; it is sent as often as needed and counted once. In the
   JavaScript that Safari 12 knows. */
(function () {
  'use strict';

  const own = document.currentScript.src;
  const desk = document.getElementById('pass');
  const slug = window.location.pathname.split('/')[2];
  const PAGE = window.location.pathname;
  const CACHE = 'preau-line';
  const BATCH = 200;
  const ASK_EVERY = 15000;
  const BEGINNING = '0'.repeat(64);
  const ROW = '&é"\'(-è_çà';
  const MOST_FOUND = 8;
  const MOST_LAST = 10;

  const texts = {};
  desk.querySelectorAll('[data-text]').forEach(function (one) {
    texts[one.getAttribute('data-text')] = one.textContent;
  });

  function say(key) {
    const more = Array.prototype.slice.call(arguments, 1);
    return more.reduce(function (text, value, place) {
      return text.split('{' + place + '}').join(String(value));
    }, texts[key] || key);
  }

  function part(id) {
    return document.getElementById('pass-' + id);
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  }

  function empty(node) {
    while (node.firstChild) {
      node.removeChild(node.firstChild);
    }
  }

  function clock(at) {
    return new Intl.DateTimeFormat('fr-FR', {
      timeZone: 'Europe/Paris', hour: 'numeric', minute: '2-digit'
    }).format(new Date(at)).replace(':', ' h ');
  }

  function today() {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit'
    }).format(new Date(Date.now() + (list ? list.offset : 0)));
  }

  function plain(text) {
    return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ').trim();
  }

  /* ---- The store of the device -------------------------------------------------------------- */

  let store = null;

  function opened() {
    if (!store) {
      store = new Promise(function (resolve, reject) {
        const asked = window.indexedDB.open('preau-line-' + slug, 1);
        asked.onupgradeneeded = function () {
          asked.result.createObjectStore('kept');
          asked.result.createObjectStore('entries', { keyPath: ['device', 'seq'] });
        };
        asked.onsuccess = function () { resolve(asked.result); };
        asked.onerror = function () { reject(asked.error); };
      });
    }
    return store;
  }

  /* Done when it is on the disk. The work gets both tables and returns what is answered later. */
  function transact(work) {
    return opened().then(function (base) {
      return new Promise(function (resolve, reject) {
        const unit = base.transaction(['kept', 'entries'], 'readwrite');
        const answer = {};
        unit.oncomplete = function () { resolve(answer.value); };
        unit.onerror = function () { reject(unit.error); };
        unit.onabort = function () { reject(unit.error); };
        work(unit.objectStore('kept'), unit.objectStore('entries'), answer);
      });
    });
  }

  function read(key) {
    return transact(function (kept, entries, answer) {
      kept.get(key).onsuccess = function (event) { answer.value = event.target.result; };
    });
  }

  function allEntries() {
    return transact(function (kept, entries, answer) {
      entries.getAll().onsuccess = function (event) { answer.value = event.target.result; };
    });
  }

  /* ---- What the device knows ----------------------------------------------------------------- */

  let list = null;
  let chain = null;
  /* Why there is no list any more: the words for it. */
  let over = '';
  let byMark = {};
  let lost = {};
  let byId = {};
  let book = {};
  let counted = {};
  let totals = null;
  let shown = null;

  function hex(buffer) {
    return Array.prototype.map.call(new Uint8Array(buffer), function (byte) {
      return (byte < 16 ? '0' : '') + byte.toString(16);
    }).join('');
  }

  function bytes(text) {
    const all = new Uint8Array(text.length / 2);
    for (let i = 0; i < all.length; i += 1) {
      all[i] = parseInt(text.substr(2 * i, 2), 16);
    }
    return all;
  }

  function seal(text) {
    return window.crypto.subtle.sign('HMAC', list.key, new TextEncoder().encode(text)).then(hex);
  }

  function newIdentity() {
    const random = window.crypto.getRandomValues(new Uint8Array(16));
    random[6] = (random[6] & 0x0f) | 0x40;
    random[8] = (random[8] & 0x3f) | 0x80;
    return hex(random).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  function learnPeople() {
    byMark = {};
    lost = {};
    byId = {};
    list.people.forEach(function (person) {
      byId[person.id] = person;
      person.words = plain(person.given + ' ' + person.family).split(' ');
      person.badges.forEach(function (mark) { byMark[mark] = person; });
      person.blocked.forEach(function (mark) { lost[mark] = person; });
    });
  }

  function note(entry) {
    book[entry.device + ':' + entry.seq] = entry;
  }

  /* As the server counts: an entry counts unless another one undoes it. */
  function count() {
    const undone = {};
    const all = Object.keys(book).map(function (key) { return book[key]; });
    all.forEach(function (entry) {
      if (entry.kind === 'UNDO') {
        undone[entry.undo] = true;
      }
    });
    counted = {};
    totals = { served: 0, passers: 0, staff: 0, guests: 0, last: [] };
    all.forEach(function (entry) {
      if (entry.kind === 'UNDO' || undone[entry.device + ':' + entry.seq]) {
        return;
      }
      if (entry.device === chain.device) {
        totals.last.push(entry);
      }
      if (entry.person) {
        const before = counted[entry.person];
        if (!before || before.at > entry.at) {
          counted[entry.person] = entry;
        }
      } else if (entry.kind === 'STAFF') {
        totals.staff += entry.number;
      } else {
        totals.guests += entry.number;
      }
    });
    Object.keys(counted).forEach(function (id) {
      if (counted[id].kind === 'STAFF') {
        totals.staff += 1;
        return;
      }
      totals.served += 1;
      if (!byId[id] || byId[id].regime === 'PASSER') {
        totals.passers += 1;
      }
    });
    totals.last.sort(function (one, other) { return other.seq - one.seq; });
  }

  /* ---- Writing --------------------------------------------------------------------------------*/

  let turn = Promise.resolve();

  /* One after the other, however fast a reader types. */
  function inTurn(work) {
    turn = turn.then(work).catch(function (failure) {
      state('warning', say('failed'));
      window.console.error(failure);
    });
    return turn;
  }

  /* The end of the chain is read again in the unit that writes: another tab may have written. */
  function append(entry) {
    return transact(function (kept, entries, answer) {
      kept.get('chain').onsuccess = function (event) {
        const end = event.target.result;
        answer.value = end;
        if (end && end.device === entry.device && end.seq === entry.seq - 1) {
          answer.value = { device: entry.device, day: entry.day, seq: entry.seq,
            last: entry.seal, upTo: end.upTo };
          entries.add(entry);
          kept.put(answer.value, 'chain');
        }
      };
    });
  }

  async function write(kind, person, number, undo) {
    for (;;) {
      const at = new Date(Date.now() + list.offset).toISOString();
      const entry = { device: chain.device, day: chain.day, seq: chain.seq + 1, at: at,
        kind: kind, person: person, number: number, undo: undo };
      entry.text = [entry.seq, at, kind, person, number, undo, chain.last].join('|');
      entry.seal = await seal(entry.device + '|' + entry.day + '|' + entry.text);
      const end = await append(entry);
      if (!end || end.device !== chain.device) {
        throw new Error('the store was emptied by another tab');
      }
      const done = end.last === entry.seal;
      chain = end;
      if (done) {
        note(entry);
        count();
        draw();
        soon();
        return entry;
      }
      (await allEntries()).filter(isMine).forEach(note);
    }
  }

  function isMine(entry) {
    return entry.device === chain.device;
  }

  /* ---- Showing --------------------------------------------------------------------------------*/

  function state(tone, text) {
    const place = part('state');
    if (place.textContent !== text) {
      place.className = 'pass-state tone-' + tone;
      place.textContent = text;
    }
  }

  function initials(person) {
    return (person.given.charAt(0) + person.family.charAt(0)).toUpperCase();
  }

  /* @param shape round: as expected; square: served, with a word; corner: not served */
  function show(tone, shape, sign, title, more, word, begun) {
    const place = part('last');
    empty(place);
    place.className = 'pass-last tone-' + tone;
    const mark = element('span', 'pass-sign pass-' + shape, sign);
    mark.setAttribute('aria-hidden', 'true');
    place.appendChild(mark);
    const words = element('div', 'pass-words');
    words.appendChild(element('h2', '', title));
    words.appendChild(element('p', 'pass-word', word));
    if (more) {
      words.appendChild(element('p', '', more));
    }
    place.appendChild(words);
    if (begun) {
      place.setAttribute('data-took', String(Math.round(window.performance.now() - begun)));
    }
  }

  function figure(name, value) {
    const place = part(name);
    if (place.textContent !== String(value)) {
      place.textContent = String(value);
    }
  }

  function draw() {
    const classes = {};
    let expected = 0;
    let remaining = 0;
    list.people.forEach(function (person) {
      if (person.regime === 'EATS') {
        expected += 1;
        classes[person.className] = classes[person.className] || 0;
        if (!counted[person.id]) {
          remaining += 1;
          classes[person.className] += 1;
        }
      }
    });
    figure('served', totals.served);
    figure('expected', expected);
    figure('remaining', remaining);
    figure('passers', totals.passers);
    figure('guests', totals.guests);
    figure('staff', totals.staff);
    const table = part('classes');
    empty(table);
    Object.keys(classes).sort().forEach(function (name) {
      const row = element('li', 'pass-row');
      row.appendChild(element('span', '', name || say('no-class')));
      row.appendChild(element('strong', '', say('left', classes[name])));
      table.appendChild(row);
    });
    const last = part('entries');
    empty(last);
    totals.last.slice(0, MOST_LAST).forEach(function (entry) {
      const row = element('li', 'pass-row');
      row.appendChild(element('span', '', clock(entry.at) + ' · ' + nameOf(entry)));
      const undo = element('button', 'btn btn-quiet', say('undo'));
      undo.type = 'button';
      undo.setAttribute('aria-label', say('undo.of', nameOf(entry)));
      undo.addEventListener('click', function () { takeBack(entry); });
      row.appendChild(undo);
      last.appendChild(row);
    });
  }

  function nameOf(entry) {
    if (entry.person && byId[entry.person]) {
      return byId[entry.person].given + ' ' + byId[entry.person].family;
    }
    return say(entry.kind === 'GUEST' ? 'guests' : 'staff', entry.number);
  }

  let sound = null;

  function beep(well) {
    const Kind = window.AudioContext || window.webkitAudioContext;
    if (!Kind) {
      return;
    }
    sound = sound || new Kind();
    (well ? [0] : [0, 0.2]).forEach(function (after) {
      const voice = sound.createOscillator();
      const loud = sound.createGain();
      voice.frequency.value = well ? 880 : 220;
      loud.gain.value = 0.1;
      voice.connect(loud);
      loud.connect(sound.destination);
      voice.start(sound.currentTime + after);
      voice.stop(sound.currentTime + after + 0.12);
    });
  }

  /* ---- Passing --------------------------------------------------------------------------------*/

  async function pass(person, begun) {
    const name = person.given + ' ' + person.family;
    const before = counted[person.id];
    if (before) {
      beep(false);
      show('danger', 'corner', '!', name, say('again.more'),
        say('again', clock(before.at)), begun);
      return;
    }
    await write(person.regime === 'STAFF' ? 'STAFF' : 'PUPIL', person.id, 1, '');
    const expected = person.regime === 'EATS' || person.regime === 'STAFF';
    beep(true);
    show(expected ? 'success' : 'info', expected ? 'round' : 'square', initials(person), name,
      person.className, say('regime.' + person.regime), begun);
  }

  function numberOf(typed) {
    return typed.trim().split('').map(function (sign) {
      const place = ROW.indexOf(sign.toLowerCase());
      return place < 0 ? sign : '1234567890'.charAt(place);
    }).join('').replace(/ /g, '').toUpperCase();
  }

  function found(typed) {
    const wanted = plain(typed).split(' ').filter(Boolean);
    if (!wanted.length || !/[a-z]/.test(wanted.join(''))) {
      return [];
    }
    return list.people.filter(function (person) {
      return wanted.every(function (word) {
        return person.words.some(function (own) { return own.indexOf(word) === 0; });
      });
    });
  }

  function propose(people) {
    const place = part('found');
    empty(place);
    people.slice(0, MOST_FOUND).forEach(function (person) {
      const row = element('li');
      const choose = element('button', 'btn btn-quiet', person.given + ' ' + person.family
        + (person.className ? ', ' + person.className : ''));
      choose.type = 'button';
      choose.addEventListener('click', function () {
        const begun = window.performance.now();
        clear();
        inTurn(function () { return pass(person, begun); });
      });
      row.appendChild(choose);
      place.appendChild(row);
    });
  }

  function clear() {
    part('input').value = '';
    empty(part('found'));
    part('input').focus();
  }

  async function take(typed, begun) {
    const number = numberOf(typed);
    if (/^[0-9A-Z]{4,32}$/.test(number)) {
      const mark = (await seal('badge|' + number)).slice(0, 32);
      if (byMark[mark]) {
        await pass(byMark[mark], begun);
        return;
      }
      if (lost[mark]) {
        beep(false);
        show('warning', 'square', '?', say('lost'), say('lost.more'), say('by-name'), begun);
        return;
      }
    }
    const people = found(typed);
    if (people.length === 1) {
      await pass(people[0], begun);
    } else if (people.length) {
      propose(people);
      show('neutral', 'square', '?', say('several', people.length), '', say('choose'), begun);
    } else {
      beep(false);
      show('warning', 'square', '?', say('unknown'), '', say('by-name'), begun);
    }
  }

  function takeBack(entry) {
    inTurn(async function () {
      await write('UNDO', '', 1, entry.device + ':' + entry.seq);
      show('neutral', 'square', '–', nameOf(entry), '', say('undone'));
    });
    part('input').focus();
  }

  function several(kind, field) {
    const number = Math.min(99, Math.max(1, parseInt(part(field).value, 10) || 1));
    part(field).value = '1';
    inTurn(async function () {
      const entry = await write(kind, '', number, '');
      beep(true);
      show('success', 'round', '+' + number, nameOf(entry), '', say('counted'));
    });
    part('input').focus();
  }

  /* ---- The network ----------------------------------------------------------------------------*/

  function post(address, body) {
    const stop = new window.AbortController();
    const waited = setTimeout(function () { stop.abort(); }, 10000);
    return window.fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'Accept': 'application/json' },
      body: JSON.stringify(body),
      signal: stop.signal
    }).then(function (answer) {
      clearTimeout(waited);
      if (!answer.ok || answer.redirected) {
        const failure = new Error('status ' + answer.status);
        failure.status = answer.redirected ? 401 : answer.status;
        throw failure;
      }
      return answer.json();
    });
  }

  let busy = false;
  let again = false;
  let planned = null;
  let asOf = null;

  function soon() {
    clearTimeout(planned);
    planned = setTimeout(synchronise, 700);
    tellState(null);
  }

  function pending() {
    return chain ? chain.seq - chain.upTo : 0;
  }

  function tellState(failure) {
    if (over) {
      state('info', say(over));
    } else if (failure && failure.status === 401) {
      state('warning', say('sign-in', pending()));
    } else if (failure && failure.status) {
      state('warning', say('refused', pending()));
    } else if (failure || !window.navigator.onLine) {
      state('warning', say('offline', pending()));
    } else if (pending()) {
      state('info', say('sending', pending()));
    } else {
      state('success', say('online'));
    }
  }

  function learn(others) {
    others.forEach(function (each) {
      note({ device: each.device, seq: each.seq, at: each.at, kind: each.kind,
        person: each.person || '', number: each.number,
        undo: each.undoDevice ? each.undoDevice + ':' + each.undoSeq : '' });
    });
  }

  /* What a day before could not send; it is deleted when it has arrived. */
  async function sendOld() {
    const old = {};
    (await allEntries()).forEach(function (entry) {
      if (!chain || entry.device !== chain.device) {
        (old[entry.device] = old[entry.device] || []).push(entry);
      }
    });
    for (const device of Object.keys(old)) {
      const waiting = old[device].sort(function (one, other) { return one.seq - other.seq; });
      for (let from = 0; from < waiting.length; from += BATCH) {
        const some = waiting.slice(from, from + BATCH);
        try {
          await post(desk.getAttribute('data-entries'), { device: device, day: some[0].day,
            entries: some.map(written), after: new Date().toISOString() });
        } catch (failure) {
          /* A day that is not known any more does not hold up this one. */
          if (failure.status === 404) {
            break;
          }
          throw failure;
        }
        await transact(function (kept, entries) {
          some.forEach(function (entry) { entries.delete([entry.device, entry.seq]); });
        });
      }
    }
  }

  function written(entry) {
    return entry.text + '|' + entry.seal;
  }

  async function send() {
    for (;;) {
      const mine = (await allEntries()).filter(function (entry) {
        return isMine(entry) && entry.seq > chain.upTo;
      }).sort(function (one, other) { return one.seq - other.seq; }).slice(0, BATCH);
      const question = { device: chain.device, day: chain.day, entries: mine.map(written) };
      if (asOf) {
        question.after = asOf;
      }
      const answer = await post(desk.getAttribute('data-entries'), question);
      asOf = answer.asOf;
      learn(answer.others);
      const before = chain.upTo;
      chain = await transact(function (kept, entries, said) {
        kept.get('chain').onsuccess = function (event) {
          said.value = event.target.result;
          if (said.value && said.value.device === answer.device) {
            said.value.upTo = Math.max(said.value.upTo, answer.upTo);
            kept.put(said.value, 'chain');
          }
        };
      }) || chain;
      count();
      draw();
      if (answer.closed && !pending()) {
        await finish('closed');
        return;
      }
      if (!pending()) {
        return;
      }
      if (chain.upTo === before) {
        const failure = new Error('nothing of it follows');
        failure.status = 422;
        throw failure;
      }
    }
  }

  function idle() {
    return busy ? new Promise(function (resolve) { setTimeout(resolve, 100); }).then(idle)
      : Promise.resolve();
  }

  async function synchronise() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    let failure = null;
    try {
      await sendOld();
      if (!list && !over) {
        await openLine();
      } else if (list) {
        await send();
      }
    } catch (problem) {
      failure = problem;
    }
    busy = false;
    if (list || over) {
      tellState(failure);
    } else {
      state('warning', say(failure && failure.status === 401 ? 'sign-in.first' : 'no-list'));
    }
    if (again) {
      again = false;
      soon();
    }
  }

  /* ---- Beginning and end ----------------------------------------------------------------------*/

  async function openLine() {
    const device = chain && chain.day === today() ? chain.device : newIdentity();
    const answer = await post(desk.getAttribute('data-devices'), { device: device });
    if (answer.closed) {
      await finish('closed');
      return;
    }
    const key = await window.crypto.subtle.importKey('raw', bytes(answer.key),
      { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    list = { day: answer.day, number: answer.number, people: answer.people, key: key,
      offset: new Date(answer.now).getTime() - Date.now() };
    const fresh = list;
    chain = await transact(function (kept, entries, said) {
      kept.put(fresh, 'list');
      kept.get('chain').onsuccess = function (event) {
        const there = event.target.result;
        said.value = there && there.device === answer.device ? there
          : { device: answer.device, day: answer.day, seq: answer.lastSeq, last: BEGINNING,
            upTo: answer.lastSeq };
        kept.put(said.value, 'chain');
      };
    });
    asOf = answer.now;
    book = {};
    learn(answer.others);
    (await allEntries()).filter(isMine).forEach(note);
    begin();
  }

  function begin() {
    learnPeople();
    count();
    draw();
    part('input').disabled = false;
    part('more').hidden = false;
    if (!shown) {
      shown = true;
      show('neutral', 'square', '→', say('ready'), '', say('device', list.number));
    }
    part('input').focus();
  }

  /* Names and marks go; what was written stays until it has arrived. */
  async function forget() {
    await transact(function (kept, entries) {
      kept.delete('list');
      kept.delete('chain');
    });
    list = null;
    chain = null;
    byMark = {};
    lost = {};
    byId = {};
    book = {};
  }

  async function finish(why) {
    await forget();
    over = why;
    rest();
  }

  function rest() {
    part('input').disabled = true;
    part('more').hidden = true;
    empty(part('found'));
    empty(part('classes'));
    empty(part('entries'));
    show('neutral', 'square', '–', say('over'), '', say('erased'));
  }

  function endOfDay() {
    if (list && list.day !== today()) {
      inTurn(async function () {
        await forget();
        rest();
        synchronise();
      });
    }
  }

  /* The page and its parts, so that it opens without network; no pupil stands in them. */
  async function keepPage() {
    if (!window.navigator.serviceWorker || !window.caches) {
      return;
    }
    await window.navigator.serviceWorker.register('/assets/line-sw.js', { scope: PAGE });
    const cache = await window.caches.open(CACHE);
    const page = await window.fetch(PAGE,
      { credentials: 'same-origin', headers: { 'Accept': 'text/html' } });
    if (!page.ok || page.redirected) {
      return;
    }
    await cache.put(PAGE, page);
    const parts = [own];
    document.querySelectorAll('link[rel=stylesheet], link[rel=icon], link[rel=manifest]')
      .forEach(function (link) { parts.push(link.href); });
    document.querySelectorAll('script[src]').forEach(function (script) { parts.push(script.src); });
    await Promise.all(parts.map(function (address) {
      return cache.match(address).then(function (there) { return there || cache.add(address); });
    }));
    (await cache.keys()).forEach(function (request) {
      const isFile = request.url.indexOf('/c/') < 0;
      if (isFile && parts.indexOf(request.url) < 0) {
        cache.delete(request);
      }
    });
  }

  function installable() {
    const link = document.querySelector('link[rel=manifest]');
    if (link) {
      link.href = '/assets/line/' + slug + '.json' + (own.split('?')[1] ? '?' + own.split('?')[1] : '');
    }
  }

  function listen() {
    part('form').addEventListener('submit', function (event) {
      event.preventDefault();
      const begun = window.performance.now();
      const typed = part('input').value;
      clear();
      if (typed.trim() && list) {
        inTurn(function () { return take(typed, begun); });
      }
    });
    part('input').addEventListener('input', function () {
      if (list) {
        propose(part('input').value.trim().length > 1 ? found(part('input').value) : []);
      }
    });
    part('guest').addEventListener('click', function () { several('GUEST', 'guest-number'); });
    part('adult').addEventListener('click', function () { several('STAFF', 'adult-number'); });
    part('end').addEventListener('click', function () {
      inTurn(async function () {
        await idle();
        await synchronise();
        if (!list || pending()) {
          return;
        }
        await finish('ended');
        tellState(null);
      });
    });
    /* A reader types wherever the focus stands; it belongs in the field. */
    document.addEventListener('keydown', function (event) {
      const there = event.target.tagName;
      if (event.key && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
          && there !== 'INPUT' && there !== 'BUTTON' && there !== 'SUMMARY' && there !== 'A') {
        part('input').focus();
      }
    });
    window.addEventListener('online', synchronise);
    window.addEventListener('offline', function () { tellState(new Error('offline')); });
    setInterval(function () {
      endOfDay();
      synchronise();
    }, ASK_EVERY);
  }

  async function start() {
    if (!window.indexedDB || !window.crypto || !window.crypto.subtle || !window.AbortController) {
      state('warning', say('too-old'));
      return;
    }
    installable();
    listen();
    list = await read('list') || null;
    chain = await read('chain') || null;
    if (list && (list.day !== today() || !chain)) {
      await forget();
    }
    if (list) {
      (await allEntries()).filter(isMine).forEach(note);
      begin();
    }
    /* A list that is there may be an hour old: the fresh one is asked for, and not waited for. */
    try {
      await openLine();
    } catch (failure) {
      if (list) {
        tellState(failure);
      }
    }
    await synchronise();
    keepPage().catch(function (failure) { window.console.warn(failure); });
  }

  start().catch(function (failure) {
    state('warning', say('failed'));
    window.console.error(failure);
  });
}());
