/* Who wants no editor is not asked again in this browser. */
const NAME = 'preau.plain';

export function prefersPlain() {
  try {
    return window.localStorage.getItem(NAME) !== null;
  } catch (closed) {
    return false;
  }
}

export function preferPlain(plain) {
  try {
    if (plain) {
      window.localStorage.setItem(NAME, 'yes');
    } else {
      window.localStorage.removeItem(NAME);
    }
  } catch (closed) {
    /* Then it is asked again. */
  }
}
