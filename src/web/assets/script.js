// Keys for those who read much, what is new while a page is open, and what a page hands on. Every page works without this.
'use strict';
(() => {
  const help = [
    ['j / k', 'next / previous entry or change'],
    ['n / p', 'next / previous change'],
    ['[ / ]', 'previous / next version or update'],
    ['/', 'search'],
    ['t', 'today'],
    ['?', 'this list'],
    ['Esc', 'close'],
  ];
  let at = -1;

  function step(selector, by) {
    const all = [...document.querySelectorAll(selector)].filter((one) => one.offsetParent !== null);
    if (all.length === 0) return;
    const here = all.indexOf(document.activeElement);
    at = Math.min(Math.max((here < 0 ? (by > 0 ? -1 : all.length) : here) + by, 0), all.length - 1);
    const one = all[at];
    one.tabIndex = -1;
    one.focus();
    one.scrollIntoView({ block: 'center' });
  }

  function follow(relation) {
    const link = document.querySelector(`a[rel~="${relation}"]`);
    if (link) link.click();
  }

  function overlay() {
    let box = document.querySelector('dialog.keys');
    if (!box) {
      box = document.createElement('dialog');
      box.className = 'keys';
      box.setAttribute('aria-label', 'Keys');
      const list = document.createElement('dl');
      for (const [key, words] of help) {
        const term = document.createElement('dt');
        const name = document.createElement('kbd');
        name.textContent = key;
        term.append(name);
        const told = document.createElement('dd');
        told.textContent = words;
        list.append(term, told);
      }
      box.append(list);
      box.addEventListener('click', () => box.close());
      document.body.append(box);
    }
    if (box.open) box.close(); else box.showModal();
  }

  const entries = '.e, .change, .updates > li, .rail > li, .hits > li, .articles > li';
  const changes = '.text [id^="t"], .linear .change, .change';
  const keys = {
    j: () => step(entries, 1), k: () => step(entries, -1),
    n: () => step(changes, 1), p: () => step(changes, -1),
    '[': () => follow('prev'), ']': () => follow('next'),
    '/': () => document.getElementById('q')?.focus() ?? document.getElementById('find')?.focus(),
    t: () => document.querySelector('.name')?.click(),
    '?': overlay,
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches('input, textarea, select')) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // A swipe on a phone leads from version to version.
  let start = null;
  document.addEventListener('touchstart', (event) => { start = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
  document.addEventListener('touchend', (event) => {
    if (!start || !getSelection().isCollapsed) return;
    const end = event.changedTouches[0];
    const [x, y] = [end.clientX - start.clientX, end.clientY - start.clientY];
    if (Math.abs(x) > 90 && Math.abs(y) < 40) follow(x < 0 ? 'next' : 'prev');
    start = null;
  }, { passive: true });

  function button(words, act) {
    const one = document.createElement('button');
    one.type = 'button';
    one.textContent = words;
    one.addEventListener('click', act);
    return one;
  }

  function save(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  // The browser draws the picture: the server needs no fonts for it.
  for (const card of document.querySelectorAll('img.card')) {
    card.nextElementSibling.append(button('Save as PNG', () => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [1200, 630];
      canvas.getContext('2d').drawImage(card, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => save(blob, 'change.png'));
    }));
  }

  // Only a page of this machine or by HTTPS may fill the clipboard; elsewhere the words are selected.
  for (const text of document.querySelectorAll('.cite pre')) {
    const copy = button('Copy', async () => {
      getSelection().selectAllChildren(text);
      await navigator.clipboard?.writeText(text.textContent);
      copy.textContent = navigator.clipboard ? 'Copied' : 'Selected';
      setTimeout(() => { copy.textContent = 'Copy'; }, 2000);
    });
    const name = text.parentElement.previousElementSibling;
    copy.setAttribute('aria-label', `Copy: ${name.textContent}`);
    name.append(' ', copy);
  }

  document.querySelector('.bookmarklet')?.addEventListener('click', (event) => event.preventDefault());

  // What is recorded while the page is open is offered, never put under the reader's eyes by itself.
  const events = new URL('../events', document.currentScript.src);
  const home = new URL('../', document.currentScript.src).pathname;
  const { line } = document.body.dataset;
  // The last line of the ledger that this page knows of: what comes after it is new, also where nobody listened.
  let known = line;
  let source = null;
  let fresh = 0;

  // An article of no story lies under `article/-/`.
  function concerns(story, article) {
    const [kind, own, name] = location.pathname.slice(home.length).split('/').map(decodeURIComponent);
    if (kind === 'story' || kind === 'article') return story === undefined ? own === '-' && name === article : own === story;
    return kind === '';
  }

  function offer() {
    let box = document.querySelector('.fresh');
    if (!box) {
      box = document.createElement('p');
      box.className = 'done fresh';
      box.setAttribute('role', 'status');
      document.getElementById('main').prepend(box);
    }
    box.textContent = fresh === 1 ? 'A new version was recorded. ' : `${fresh} new versions were recorded. `;
    box.append(button('Show', () => location.reload()));
  }

  function listen() {
    if (document.hidden || source) return;
    source = new EventSource(`${events}?since=${known}`);
    source.addEventListener('recorded', (event) => {
      known = event.lastEventId;
      const { stories, unfiled } = JSON.parse(event.data);
      const own = [...stories, ...unfiled].filter((one) => concerns(one.story, one.article));
      fresh += own.reduce((sum, one) => sum + one.new, 0);
      if (own.length) offer();
    });
    // A server that refuses is not asked again before the page is looked at anew.
    source.addEventListener('error', () => { if (source?.readyState === EventSource.CLOSED) source = null; });
  }

  // A browser opens few connections to one server: a page that nobody looks at gives its own back, and hears all that it
  // missed when it is looked at again.
  if (line !== undefined) {
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) { source?.close(); source = null; } else listen();
    });
    listen();
  }

  // Says where the slider of a timeline points while it is moved.
  const stop = document.getElementById('f-stop');
  stop?.addEventListener('input', () => {
    const words = stop.list.options[stop.value - stop.min].label;
    document.querySelector('output[for="f-stop"]').value = words;
    stop.setAttribute('aria-valuetext', words);
  });

  // Below a folded part, an anchor must open it.
  function open() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let box = target?.closest?.('details'); box; box = box.parentElement?.closest('details')) box.open = true;
  }
  addEventListener('hashchange', open);
  open();
})();
