/**
 * What a person has chosen, across visits. Storage may be forbidden; a choice then lasts as long as the page.
 * @typedef {'language' | 'digits' | 'theme'} Preference
 */

/** @type {Map<Preference, string>} */
const chosen = new Map();

/** @param {Preference} name @returns {string} */
export function preference(name) {
  try {
    return chosen.get(name) ?? localStorage.getItem(`tawsim-${name}`) ?? '';
  } catch {
    return chosen.get(name) ?? '';
  }
}

/** @param {Preference} name @param {string} value */
export function prefer(name, value) {
  chosen.set(name, value);
  try {
    localStorage.setItem(`tawsim-${name}`, value);
  } catch {
    // Nothing to do: the page works without it.
  }
}
