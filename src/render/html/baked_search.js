// Searches a site of files: words lead to the numbers of passages, and these to pages. No server is asked for anything.
'use strict';
(() => {
  const SHOWN = 50;
  const here = document.currentScript.src;
  const form = document.querySelector('form.query');
  const [field, found, hits] = ['q', 'found', 'hits'].map((id) => document.getElementById(id));

  // The files of the index call this with their name and what they hold.
  const waiting = new Map();
  globalThis.writethruSearch = (name, data) => waiting.get(name)?.(data);
  const parts = new Map();
  function part(name) {
    if (!parts.has(name)) {
      parts.set(name, new Promise((resolve, reject) => {
        waiting.set(name, resolve);
        const script = document.createElement('script');
        script.src = new URL(`../search/${name}.js`, here);
        script.addEventListener('error', () => { parts.delete(name); reject(new Error(name)); });
        document.head.append(script);
      }));
    }
    return parts.get(name);
  }

  // As `baked_search.rs` says what a word is.
  const fold = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const UNSPACED = String.raw`\u{e00}-\u{eff}\u{1000}-\u{109f}\u{1780}-\u{17ff}\u{2e80}-\u{9fff}\u{f900}-\u{faff}\u{ff01}-\u{ff9f}\u{20000}-\u{3ffff}`;
  const WORD = new RegExp(String.raw`(?=[\p{Alphabetic}\p{N}])[${UNSPACED}]|(?:(?![${UNSPACED}])[\p{Alphabetic}\p{N}])+`, 'gu');
  const wordsOf = (text) => fold(text).match(WORD) ?? [];
  const fileOf = (word) => { const first = word.codePointAt(0); return first < 0x80 ? first.toString(16) : `u${(first >> 8).toString(16)}`; };

  // The numbers of the passages that have a word, or one that begins so; those with the whole word among them.
  async function numbersOf(word) {
    const numbers = new Set();
    numbers.whole = new Set();
    const { words } = await part('parts');
    if (!words.includes(fileOf(word))) return numbers;
    for (const [own, steps] of await part(`words-${fileOf(word)}`)) {
      if (!own.startsWith(word)) continue;
      let number = 0;
      for (const step of steps) {
        numbers.add(number += step);
        if (own === word) numbers.whole.add(number);
      }
    }
    return numbers;
  }

  async function passage(number) {
    const { at_once: atOnce } = await part('parts');
    return (await part(`passages-${Math.floor(number / atOnce)}`))[number % atOnce];
  }

  // The query taken apart: `ferry "walk away" -moscow`.
  function read(typed) {
    const query = { wanted: [], phrases: [], unwanted: [] };
    for (const [, minus, quoted, plain] of typed.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/gu)) {
      const words = wordsOf(quoted ?? plain);
      if (words.length === 0) continue;
      if (minus) query.unwanted.push(words);
      else {
        query.wanted.push(...words);
        if (words.length > 1) query.phrases.push(words);
      }
    }
    return query;
  }

  const holds = (text, words) => ` ${wordsOf(text).join(' ')} `.includes(` ${words.join(' ')} `);

  async function find({ wanted, phrases, unwanted }) {
    const sets = await Promise.all(wanted.map(numbersOf));
    const common = [...(sets[0] ?? [])].filter((number) => sets.every((own) => own.has(number)));
    // Where the whole words stand comes before where a word only begins so.
    const isWhole = (number) => sets.every((own) => own.whole.has(number));
    const all = common.sort((a, b) => isWhole(b) - isWhole(a) || a - b);
    if (phrases.length === 0 && unwanted.length === 0) return all;
    const texts = await Promise.all(all.map(async (number) => (await passage(number))[0]));
    return all.filter((_, at) => phrases.every((words) => holds(texts[at], words)) && !unwanted.some((words) => holds(texts[at], words)));
  }

  function element(name, className, ...inside) {
    const one = document.createElement(name);
    if (className) one.className = className;
    one.append(...inside);
    return one;
  }

  // The text with the words that were asked for marked.
  function marked(text, wanted) {
    const pieces = text.split(/([\p{Alphabetic}\p{N}\p{M}]+)/u);
    const isWanted = (piece) => { const words = wordsOf(piece); return words.some((own) => wanted.some((word) => own.startsWith(word))); };
    return element('p', 'x', ...pieces.map((piece, at) => (at % 2 === 1 && isWanted(piece) ? element('mark', '', piece) : piece)));
  }

  async function hit(number, wanted) {
    const [text, address, label, gone] = await passage(number);
    const link = element('a', '', label);
    link.href = address;
    return element('li', '', marked(text, wanted), element('p', 'm', link, ...(gone ? [' · ', element('b', 'st', 'no longer in the text')] : [])));
  }

  let turn = 0;
  async function search() {
    const own = ++turn;
    const typed = field.value.trim();
    // The address can be sent to others; some browsers keep that of a file as it is.
    try { history.replaceState(null, '', `#${typed ? `q=${encodeURIComponent(typed)}` : ''}`); } catch { /* it stays */ }
    const query = read(typed);
    try {
      const numbers = await find(query);
      const shown = await Promise.all(numbers.slice(0, SHOWN).map((number) => hit(number, query.wanted)));
      if (own !== turn) return;
      hits.replaceChildren(...shown);
      if (typed === '') found.textContent = '';
      else if (query.wanted.length === 0) found.textContent = 'Give a word to find.';
      else if (numbers.length === 0) found.textContent = 'Nothing was found.';
      else found.textContent = numbers.length > SHOWN ? `${SHOWN} shown of ${numbers.length}` : `${numbers.length} found`;
    } catch {
      if (own === turn) found.textContent = 'A file of the index could not be read: it should lie in the folder “search” beside this page.';
    }
  }

  function fromAddress() {
    const typed = /^#q=(.*)$/.exec(location.hash);
    if (!typed) return;
    try { field.value = decodeURIComponent(typed[1]); } catch { return; }
    search();
  }
  form.hidden = false;
  form.addEventListener('submit', (event) => { event.preventDefault(); search(); });
  addEventListener('hashchange', fromAddress);
  fromAddress();
})();
