/* What a text may be made of: the same as fr.preau.api.text.RichText reads. */
import {Schema} from 'prosemirror-model';

const WEB = /^https?:\/\/[^\s/?#\\<>"]+[^\s<>"]*$/i;
const MAIL = /^mailto:[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

/* Where a link may lead; null for anywhere else. */
export function allowed(address) {
  const typed = String(address || '').trim();
  if (!WEB.test(typed) && !MAIL.test(typed)) {
    return null;
  }
  return typed.replace(/\(/g, '%28').replace(/\)/g, '%29').replace(/\\/g, '%5C');
}

/* What somebody types as an address: « college.example », « nom@college.example ». */
export function addressOf(typed) {
  const said = typed.trim();
  if (/^[^\s/:@]+@[^\s/:@]+$/.test(said)) {
    return allowed('mailto:' + said);
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(said)) {
    return allowed(said);
  }
  return /^[^\s/?#\\<>"@]+\.[^\s/?#\\<>"@]{2,}([/?#].*)?$/.test(said) ? allowed('https://' + said) : null;
}

export const words = new Schema({
  nodes: {
    doc: {content: 'block+'},
    paragraph: {
      group: 'block',
      content: 'inline*',
      parseDOM: [{tag: 'p'}],
      toDOM: () => ['p', 0]
    },
    quote: {
      group: 'block',
      content: 'block+',
      defining: true,
      parseDOM: [{tag: 'blockquote'}],
      toDOM: () => ['blockquote', 0]
    },
    bullets: {
      group: 'block',
      content: 'item+',
      parseDOM: [{tag: 'ul'}],
      toDOM: () => ['ul', 0]
    },
    numbers: {
      group: 'block',
      content: 'item+',
      attrs: {first: {default: 1}},
      parseDOM: [{tag: 'ol', getAttrs: list => ({first: list.start > 0 && list.start < 1000 ? list.start : 1})}],
      toDOM: list => list.attrs.first === 1 ? ['ol', 0] : ['ol', {start: list.attrs.first}, 0]
    },
    item: {
      content: 'paragraph (bullets | numbers | quote)*',
      defining: true,
      parseDOM: [{tag: 'li'}],
      toDOM: () => ['li', 0]
    },
    text: {group: 'inline'},
    line: {
      group: 'inline',
      inline: true,
      selectable: false,
      parseDOM: [{tag: 'br'}],
      toDOM: () => ['br'],
      leafText: () => '\n'
    }
  },
  marks: {
    link: {
      attrs: {href: {}},
      inclusive: false,
      parseDOM: [
        {tag: '.rich-site', ignore: true, priority: 60},
        {
          tag: 'a[href]',
          getAttrs: link => {
            const href = allowed(link.getAttribute('href'));
            return href === null ? false : {href};
          }
        }
      ],
      toDOM: link => ['a', {href: link.attrs.href, rel: 'noopener noreferrer nofollow'}, 0]
    },
    emphasis: {
      parseDOM: [{tag: 'em'}, {tag: 'i'}, {style: 'font-style=italic'}],
      toDOM: () => ['em', 0]
    },
    strong: {
      parseDOM: [
        {tag: 'strong'},
        /* What comes from Google Docs lies in a « b » that is not bold. */
        {tag: 'b', getAttrs: bold => bold.style.fontWeight !== 'normal' && null},
        {style: 'font-weight', getAttrs: weight => /^(bold(er)?|[6-9]\d{2})$/.test(weight) && null}
      ],
      toDOM: () => ['strong', 0]
    }
  }
});
