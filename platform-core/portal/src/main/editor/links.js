/* Sets links and takes them away. */
import {Selection, TextSelection} from 'prosemirror-state';
import {words} from './words.js';

const linked = words.marks.link;

/* The link at the cursor, from its first word to its last. */
export function linkAt(state) {
  /* Of all that is selected at once, the beginning lies outside of any words. */
  const selection = state.selection.$from.depth === 0 ? Selection.atStart(state.doc) : state.selection;
  const {$from} = selection;
  let link = null;
  let found = null;
  $from.parent.forEach((node, offset) => {
    const mark = linked.isInSet(node.marks);
    const from = $from.start() + offset;
    if (mark && link !== null && link.to === from && link.href === mark.attrs.href) {
      link.to += node.nodeSize;
    } else {
      link = mark ? {href: mark.attrs.href, from, to: from + node.nodeSize} : null;
    }
    if (link !== null && link.from <= $from.pos && $from.pos <= link.to) {
      found = link;
    }
  });
  return found;
}

/* The selected words lead to the address; without any, the address itself is written. */
export function setLink(state, dispatch, href) {
  const mark = linked.create({href});
  const old = linkAt(state);
  const {empty} = state.selection;
  const tr = state.tr;
  if (empty && old === null) {
    const said = href.replace(/^mailto:/, '');
    tr.replaceSelectionWith(words.text(said, [mark]), false);
  } else {
    const from = empty ? old.from : state.selection.from;
    const to = empty ? old.to : state.selection.to;
    tr.removeMark(from, to, linked).addMark(from, to, mark);
    tr.setSelection(TextSelection.create(tr.doc, to));
  }
  dispatch(tr.removeStoredMark(linked).scrollIntoView());
}

export function unsetLink(state, dispatch) {
  const old = linkAt(state);
  const {empty, from, to} = state.selection;
  const tr = state.tr;
  if (!empty) {
    tr.removeMark(from, to, linked);
  }
  if (old !== null) {
    tr.removeMark(old.from, old.to, linked);
  }
  dispatch(tr);
}
