/* The tools above an editor: one stop of the Tab key, then the arrows. */
import {does, is} from './acts.js';
import {linkAt, setLink, unsetLink} from './links.js';
import {addressOf} from './words.js';

export class Tools {

  constructor(field, turn) {
    this.bar = field.querySelector('.rich-tools');
    this.panel = field.querySelector('.rich-link');
    this.address = this.panel.querySelector('input');
    this.refused = this.panel.querySelector('.field-error');
    this.buttons = Array.from(this.bar.querySelectorAll('button'));
    this.turner = this.bar.querySelector('[data-does="plain"]');
    this.turn = turn;
    this.buttons.forEach((button, i) => {
      /* The cursor stays where it is. */
      button.addEventListener('mousedown', event => event.preventDefault());
      button.addEventListener('click', () => this.act(button));
      button.addEventListener('keydown', event => this.move(event, i));
    });
    this.panel.addEventListener('click', event => this.onPanel(event.target.getAttribute('data-does')));
    this.panel.addEventListener('keydown', event => this.onKey(event));
  }

  serve(view) {
    this.view = view;
    this.buttons.forEach((button, i) => {
      button.hidden = false;
      button.tabIndex = i === 0 ? 0 : -1;
    });
    this.turner.setAttribute('aria-pressed', 'false');
    this.bar.hidden = false;
    this.show();
  }

  /* Beside the plain field there is only the way back, where there is one. */
  plain(wayBack) {
    this.view = null;
    this.panel.hidden = true;
    this.buttons.forEach(button => {
      button.hidden = button !== this.turner;
    });
    this.turner.tabIndex = 0;
    this.turner.setAttribute('aria-pressed', 'true');
    this.bar.hidden = !wayBack;
  }

  show() {
    this.buttons.forEach(button => {
      const what = button.getAttribute('data-does');
      if (is[what]) {
        button.setAttribute('aria-pressed', String(is[what](this.view.state)));
        button.setAttribute('aria-disabled', String(!does[what](this.view.state)));
      }
    });
  }

  act(button) {
    const what = button.getAttribute('data-does');
    if (what === 'plain') {
      this.turn();
    } else if (what === 'link') {
      this.open(this.panel.hidden);
    } else {
      does[what](this.view.state, this.view.dispatch);
      this.view.focus();
    }
  }

  move(event, at) {
    if (this.view === null) {
      return;
    }
    const most = this.buttons.length - 1;
    const to = {
      ArrowRight: at === most ? 0 : at + 1,
      ArrowLeft: at === 0 ? most : at - 1,
      Home: 0,
      End: most
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.buttons[at].tabIndex = -1;
      this.buttons[to].tabIndex = 0;
      this.buttons[to].focus();
    }
  }

  open(open) {
    const old = open ? linkAt(this.view.state) : null;
    this.panel.hidden = !open;
    this.refused.textContent = '';
    this.address.removeAttribute('aria-invalid');
    this.bar.querySelector('[data-does="link"]').setAttribute('aria-expanded', String(open));
    if (open) {
      this.address.value = old === null ? '' : old.href.replace(/^mailto:/, '');
      this.panel.querySelector('[data-does="unset"]').hidden = old === null;
      this.address.focus();
    } else {
      this.view.focus();
    }
  }

  onPanel(what) {
    if (what === 'set') {
      this.set();
    } else if (what === 'unset') {
      unsetLink(this.view.state, this.view.dispatch);
      this.open(false);
    } else if (what === 'leave') {
      this.open(false);
    }
  }

  onKey(event) {
    if (event.key === 'Escape') {
      this.open(false);
    } else if (event.key === 'Enter' && event.target === this.address) {
      /* Enter would send the whole form. */
      event.preventDefault();
      this.set();
    }
  }

  set() {
    const href = addressOf(this.address.value);
    if (href === null) {
      this.refused.textContent = this.refused.getAttribute('data-refused');
      this.address.setAttribute('aria-invalid', 'true');
      this.address.focus();
      return;
    }
    setLink(this.view.state, this.view.dispatch, href);
    this.open(false);
  }
}
