const WAIT_MS = 400;
const TURN_MS = 4;

/** Settles when the browser has nothing better to do, or soon at the latest. @returns {Promise<unknown>} */
export const idle = () =>
  new Promise((resolve) => (typeof requestIdleCallback === 'function' ? requestIdleCallback(resolve, { timeout: WAIT_MS }) : setTimeout(resolve)));

/** For long work between two keys: to be awaited often, it lets the browser go first as soon as a turn has lasted. */
export function breather() {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < TURN_MS) return;
    await idle();
    began = performance.now();
  };
}
