/* Writes what stands in the editor as the text that is kept; Signs and BlockReader of
   fr.preau.api.text read it. What was typed and looks like a mark gets a backslash. */
import {allowed} from './words.js';

/* Parts two marks that would be read as one; nobody sees it. */
const JOINER = '\u2060';
const WEB_ADDRESS = /\bhttps?:\/\/[^\s<>"«»“”\\\u2060]*[^\s<>"«»“”\\\u2060.,;:!?'’)\]*]/g;
const MOST_LEVELS = 3;

const isBlank = sign => sign === '' || /\s/.test(sign);
const isLetter = sign => /[\p{L}\p{N}]/u.test(sign);
const closes = sign => sign !== '' && ')]}.,;:!?»”’'.indexOf(sign) >= 0;
const opens = sign => sign !== '' && '([{«“'.indexOf(sign) >= 0;

export function write(doc) {
  return blocks(doc, 1).join('\n');
}

function blocks(parent, level) {
  const all = [];
  parent.forEach(child => {
    const own = block(child, level);
    if (own.some(line => line !== '')) {
      if (all.length > 0) {
        all.push('');
      }
      own.forEach(line => all.push(line));
    }
  });
  return all;
}

function block(node, level) {
  if (node.type.name === 'quote') {
    const quoted = blocks(node, level + 1);
    return level < MOST_LEVELS ? quoted.map(line => line === '' ? '>' : '> ' + line) : quoted;
  }
  if (node.type.name === 'paragraph') {
    return paragraph(node);
  }
  return list(node, level);
}

function list(node, level) {
  const all = [];
  let number = node.type.name === 'numbers' ? node.attrs.first : 0;
  node.forEach(item => {
    const point = node.type.name === 'numbers' ? number + '. ' : '- ';
    const own = paragraph(item.firstChild).filter(line => line !== '');
    const below = [];
    for (let i = 1; i < item.childCount; i += 1) {
      block(item.child(i), level + 1).forEach(line => below.push(line));
    }
    /* Deeper than what is read, items stand beside each other. */
    const deep = level >= MOST_LEVELS;
    const lines = deep ? own : own.concat(below);
    if (lines.length > 0) {
      const indent = ' '.repeat(point.length);
      lines.forEach((line, i) => all.push((i === 0 ? point : indent) + line));
      number += 1;
    }
    if (deep) {
      below.forEach(line => all.push(line));
    }
  });
  return all;
}

/* The lines of a paragraph, each with marks of its own. */
function paragraph(node) {
  const lines = [[]];
  node.forEach(child => {
    if (child.type.name === 'line') {
      lines.push([]);
    } else {
      const link = child.marks.find(mark => mark.type.name === 'link');
      lines[lines.length - 1].push({
        text: child.text.replace(/\s/g, sign => sign === '\u00a0' || sign === '\u202f' ? sign : ' ').replace(/\u2060/g, ''),
        strong: child.marks.some(mark => mark.type.name === 'strong'),
        emphasis: child.marks.some(mark => mark.type.name === 'emphasis'),
        href: link ? link.attrs.href : null
      });
    }
  });
  return lines.map(runs => begun(new LineWriter().write(spaced(runs))));
}

/* Blanks at the end of what is bold are not bold. */
function spaced(runs) {
  const all = [];
  runs.forEach(run => {
    const parts = run.href === null && (run.strong || run.emphasis) ? /^(\s*)([^]*?)(\s*)$/.exec(run.text).slice(1) : ['', run.text, ''];
    parts.forEach((text, place) => {
      if (text !== '') {
        all.push(Object.assign({}, run, {text, blank: place !== 1}));
      }
    });
  });
  all.forEach((run, i) => {
    if (run.blank) {
      const before = all.slice(0, i).reverse().find(other => !other.blank) || {};
      const after = all.slice(i + 1).find(other => !other.blank) || {};
      run.strong = Boolean(before.strong && after.strong);
      run.emphasis = Boolean(before.emphasis && after.emphasis);
    }
  });
  return all;
}

/* A line that would begin a list or a quote says that it does not. */
function begun(line) {
  return line.replace(/^\s+/, '').replace(/\s+$/, '')
    .replace(/^([-•>])/, (mark, sign) => sign === '>' || /^[-•] +\S/.test(line.trim()) ? '\\' + sign : sign)
    .replace(/^(\d{1,3})(\. +\S)/, '$1\\$2');
}

class LineWriter {
  constructor() {
    this.out = '';
    this.strong = false;
    this.emphasis = false;
    this.address = false;
  }

  write(runs) {
    this.brackets = runs.map(run => run.text).join('').indexOf('](') >= 0;
    let at = 0;
    while (at < runs.length) {
      let end = at + 1;
      while (runs[at].href !== null && end < runs.length && runs[end].href === runs[at].href) {
        end += 1;
      }
      if (runs[at].href === null) {
        /* What follows an address without a blank would be read as a part of it. */
        this.part(this.address && !/^[.,;:!?'’)\]*]*(\s|$)/.test(runs[at].text));
        this.address = false;
        this.turn(runs[at].strong, runs[at].emphasis, runs[at].text);
        this.out += escaped(runs[at].text, this.out, this.brackets);
      } else {
        this.link(runs.slice(at, end));
      }
      at = end;
    }
    this.turn(false, false, '');
    return this.out;
  }

  link(runs) {
    const said = runs.map(run => run.text).join('');
    const href = runs[0].href;
    if (said.trim() === '') {
      this.out += said;
      return;
    }
    const address = said.match(WEB_ADDRESS);
    if (address !== null && address[0] === said && allowed(said) === href) {
      this.turn(runs[0].strong, runs[0].emphasis, said);
      this.part(isLetter(this.last()));
      this.out += said;
      this.address = true;
      return;
    }
    this.turn(runs[0].strong, runs[0].emphasis, '[');
    this.part(this.last() === '\\');
    this.out += '[';
    runs.forEach(run => {
      this.turn(run.strong, run.emphasis, run.text);
      this.out += run.text.replace(/[*[\]]/g, '\\$&');
    });
    this.turn(this.strong && runs[0].strong, this.emphasis && runs[0].emphasis, ']');
    this.part(this.last() === '\\');
    this.out += '](' + href + ')';
  }

  last() {
    return this.out.slice(-1);
  }

  part(needed) {
    if (needed) {
      this.out += JOINER;
    }
  }

  /* Ends and begins what the next words are not and are. */
  turn(strong, emphasis, next) {
    const ends = (this.strong && !strong ? 2 : 0) + (this.emphasis && !emphasis ? 1 : 0);
    const begins = (!this.strong && strong ? 2 : 0) + (!this.emphasis && emphasis ? 1 : 0);
    const after = next.charAt(0);
    if (ends > 0) {
      this.part(this.last() === '\\' || opens(this.last()) || isBlank(this.last()));
      this.out += '*'.repeat(ends);
      this.part(isLetter(after) || begins > 0);
    }
    if (begins > 0) {
      this.part(this.last() === '\\' || this.last() === '*' || isLetter(this.last()));
      this.out += '*'.repeat(begins);
      this.part(closes(after) || isBlank(after));
    }
    this.strong = strong;
    this.emphasis = emphasis;
  }
}

/* What would be read as a mark, except in web addresses, which are read as they are. */
function escaped(text, before, brackets) {
  let all = '';
  let at = 0;
  (text.match(WEB_ADDRESS) || []).forEach(address => {
    const place = text.indexOf(address, at);
    all += plain(text.slice(at, place), before + all, brackets) + address;
    at = place + address.length;
  });
  return all + plain(text.slice(at), before + all, brackets);
}

function plain(text, before, brackets) {
  return text.replace(/[*[]/g, (sign, place) => {
    const previous = place > 0 ? text.charAt(place - 1) : before.slice(-1);
    const next = text.charAt(place + 1);
    if (sign === '[') {
      return brackets || previous === '\\' ? '\\[' : '[';
    }
    return previous !== '' && isBlank(previous) && next !== '' && isBlank(next) ? '*' : '\\*';
  });
}
