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
import {prefersPlain, preferPlain} from './preference.js';
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

class Editor {

  constructor(field) {
    this.area = field.querySelector('textarea');
    this.source = field.querySelector('template').content;
    this.label = field.querySelector('label');
    this.required = this.area.required;
    this.kept = null;
    this.view = null;
    this.tools = new Tools(field, () => this.turn());
    this.focus = event => {
      event.preventDefault();
      this.view.focus();
    };
    this.area.addEventListener('input', () => this.offer());
    if (this.area.form) {
      this.area.form.addEventListener('submit', () => this.flush(), true);
    }
  }

  /* What the area holds, as far as that is known without reading its marks: after a way back the
     browser may have put in what was typed, and that is not to be lost. */
  known() {
    if (this.kept !== null && this.kept.text === this.area.value) {
      return this.kept.doc;
    }
    return this.area.value === this.area.defaultValue ? DOMParser.fromSchema(words).parse(this.source) : null;
  }

  offer() {
    if (this.view === null) {
      this.tools.plain(this.known() !== null);
    }
  }

  turn() {
    preferPlain(this.view !== null);
    if (this.view !== null) {
      this.stop();
      this.area.focus();
    } else {
      this.start();
      this.view.focus();
    }
  }

  start() {
    const doc = this.known();
    const writing = document.activeElement === this.area;
    const place = document.createElement('div');
    this.area.parentNode.insertBefore(place, this.area);
    this.view = new EditorView({mount: place}, {
      state: EditorState.create({doc, plugins: [history(), keymap(keys), keymap(baseKeymap)]}),
      attributes: this.named(),
      dispatchTransaction: change => this.change(change)
    });
    this.area.required = false;
    this.area.hidden = true;
    this.label.addEventListener('click', this.focus);
    this.tools.serve(this.view);
    if (writing) {
      this.view.focus();
    }
  }

  stop() {
    const place = this.view.dom;
    this.kept = {doc: this.view.state.doc, text: this.area.value};
    this.view.destroy();
    this.view = null;
    place.remove();
    this.label.removeEventListener('click', this.focus);
    this.area.required = this.required;
    this.area.hidden = false;
    this.offer();
  }

  change(change) {
    this.view.updateState(this.view.state.apply(change));
    this.tools.show();
    if (change.docChanged) {
      this.area.value = write(this.view.state.doc);
      this.area.dispatchEvent(new Event('input', {bubbles: true}));
    }
  }

  /* What the keyboard of a phone has not handed over yet is sent too. */
  flush() {
    if (this.view !== null) {
      this.view.domObserver.forceFlush();
      this.view.domObserver.flush();
    }
  }

  named() {
    const all = {
      class: 'form-control rich-area',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': this.label.id,
      'aria-required': String(this.required)
    };
    ['aria-describedby', 'aria-invalid'].forEach(name => {
      if (this.area.hasAttribute(name)) {
        all[name] = this.area.getAttribute(name);
      }
    });
    return all;
  }
}

Array.from(document.querySelectorAll('.rich-field')).forEach(field => {
  const editor = new Editor(field);
  if (prefersPlain() || editor.known() === null) {
    editor.offer();
  } else {
    editor.start();
  }
});
