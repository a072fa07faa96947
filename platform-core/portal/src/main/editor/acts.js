/* What the tools and the keys do. */
import {toggleMark, wrapIn} from 'prosemirror-commands';
import {liftListItem, sinkListItem, wrapInList} from 'prosemirror-schema-list';
import {liftTarget} from 'prosemirror-transform';
import {words} from './words.js';

const {bullets, numbers, item, quote, line} = words.nodes;
const MOST_LEVELS = 3;

function around(state, kinds) {
  const {$from} = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (kinds.indexOf($from.node(depth).type) >= 0) {
      return {node: $from.node(depth), place: $from.before(depth)};
    }
  }
  return null;
}

function listOf(kind) {
  return (state, dispatch) => {
    const list = around(state, [bullets, numbers]);
    if (list === null) {
      return wrapInList(kind)(state, dispatch);
    }
    if (list.node.type === kind) {
      return liftListItem(item)(state, dispatch);
    }
    if (dispatch) {
      dispatch(state.tr.setNodeMarkup(list.place, kind));
    }
    return true;
  };
}

function quoted(state, dispatch) {
  if (around(state, [quote]) === null) {
    return wrapIn(quote)(state, dispatch);
  }
  const {$from, $to} = state.selection;
  const range = $from.blockRange($to, node => node.type === quote);
  const target = range && liftTarget(range);
  if (!range || target === null) {
    return false;
  }
  if (dispatch) {
    dispatch(state.tr.lift(range, target).scrollIntoView());
  }
  return true;
}

/* As deep as is read, and no deeper. */
export function deeper(state, dispatch) {
  const {$from} = state.selection;
  let levels = 0;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    levels += [bullets, numbers, quote].indexOf($from.node(depth).type) >= 0 ? 1 : 0;
  }
  return levels < MOST_LEVELS && sinkListItem(item)(state, dispatch);
}

export const higher = liftListItem(item);

export function newLine(state, dispatch) {
  if (dispatch) {
    dispatch(state.tr.replaceSelectionWith(line.create()).scrollIntoView());
  }
  return true;
}

export const does = {
  strong: toggleMark(words.marks.strong),
  emphasis: toggleMark(words.marks.emphasis),
  bullets: listOf(bullets),
  numbers: listOf(numbers),
  quote: quoted
};

function hasMark(state, mark) {
  const {from, to, empty, $from} = state.selection;
  return empty ? Boolean(mark.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, mark);
}

export const is = {
  strong: state => hasMark(state, words.marks.strong),
  emphasis: state => hasMark(state, words.marks.emphasis),
  bullets: state => (around(state, [bullets, numbers]) || {node: {}}).node.type === bullets,
  numbers: state => (around(state, [bullets, numbers]) || {node: {}}).node.type === numbers,
  quote: state => around(state, [quote]) !== null
};
