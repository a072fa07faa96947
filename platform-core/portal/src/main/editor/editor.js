/* Makes an editor of each field for a longer text. The field stays what is sent: what is written in
   the editor is kept in it as text with marks, so that it is the same with and without a script. */
import {DOMParser} from 'prosemirror-model';
import {EditorState} from 'prosemirror-state';
import {EditorView} from 'prosemirror-view';
import {baseKeymap, chainCommands} from 'prosemirror-commands';
import {keymap} from 'prosemirror-keymap';
import {history, redo, undo} from 'prosemirror-history';
import {splitListItem} from 'prosemirror-schema-list';
import {words} from './words.js';
import {write} from './writer.js';
import {deeper, does, higher, newLine} from './acts.js';
import {Tools} from './tools.js';

const keys = {
  'Mod-b': does.strong,
  'Mod-i': does.emphasis,
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  'Shift-Enter': newLine,
  'Alt-Shift-ArrowRight': deeper,
  'Alt-Shift-ArrowLeft': higher,
  Enter: chainCommands(splitListItem(words.nodes.item), baseKeymap.Enter)
};

function named(area, label) {
  const all = {
    class: 'form-control rich-area',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': label.id,
    'aria-required': String(area.required)
  };
  ['aria-describedby', 'aria-invalid'].forEach(name => {
    if (area.hasAttribute(name)) {
      all[name] = area.getAttribute(name);
    }
  });
  return all;
}

function edit(field) {
  const area = field.querySelector('textarea');
  const source = field.querySelector('template');
  /* After a way back the browser may have put in what was typed: that is not to be lost. */
  if (!area || !source || !source.content || area.value !== area.defaultValue) {
    return;
  }
  const label = field.querySelector('label');
  const place = document.createElement('div');
  const tools = new Tools(field, () => back());
  const state = EditorState.create({
    doc: DOMParser.fromSchema(words).parse(source.content),
    plugins: [history(), keymap(keys), keymap(baseKeymap)]
  });
  area.parentNode.insertBefore(place, area);
  const view = new EditorView({mount: place}, {
    state,
    attributes: named(area, label),
    dispatchTransaction(change) {
      view.updateState(view.state.apply(change));
      tools.show(view);
      if (change.docChanged) {
        area.value = write(view.state.doc);
        area.dispatchEvent(new Event('input', {bubbles: true}));
      }
    }
  });
  /* What the keyboard of a phone has not handed over yet is sent too. */
  if (area.form) {
    area.form.addEventListener('submit', () => {
      view.domObserver.forceFlush();
      view.domObserver.flush();
    }, true);
  }
  const required = area.required;
  const focus = event => {
    event.preventDefault();
    view.focus();
  };
  function back() {
    view.destroy();
    place.remove();
    label.removeEventListener('click', focus);
    area.required = required;
    area.hidden = false;
    area.focus();
  }
  const writing = document.activeElement === area;
  area.required = false;
  area.hidden = true;
  label.addEventListener('click', focus);
  tools.serve(view);
  if (writing) {
    view.focus();
  }
}

Array.from(document.querySelectorAll('.rich-field')).forEach(edit);
