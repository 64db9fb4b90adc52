import { Window } from 'happy-dom';

// Vue and Element Plus keep the document that they were loaded with: one for the life of a worker.
const window = new Window({ url: 'http://till.example/desk', width: 1366, height: 768 });

// Its own events, or its elements would not take them. Requests, their signals and the clock stay Node's.
const NAMES = [
  ...['Event', 'CustomEvent', 'window', 'document', 'navigator', 'location', 'localStorage'],
  ...['sessionStorage', 'requestAnimationFrame', 'cancelAnimationFrame', 'getComputedStyle'],
  ...Object.getOwnPropertyNames(window).filter(
    (name) => /^[A-Z]/.test(name) && !(name in globalThis),
  ),
];

/** Starts no clock that outlives the screen: it would keep the worker alive. Returns what ends those that still run. */
function watchClocks(): () => void {
  const own = { setTimeout: globalThis.setTimeout, setInterval: globalThis.setInterval };
  const started = new Set<ReturnType<typeof setTimeout>>();
  const watched =
    <Start extends (...given: never[]) => ReturnType<typeof setTimeout>>(start: Start) =>
    (...given: Parameters<Start>) => {
      const clock = start(...given);
      started.add(clock);
      return clock;
    };
  Object.assign(globalThis, {
    setTimeout: watched(own.setTimeout),
    setInterval: watched(own.setInterval),
  });
  return () => {
    Object.assign(globalThis, own);
    started.forEach((clock) => clearTimeout(clock));
  };
}

/** Makes this process look like a browser; returns what makes it Node again. */
export function enterWindow(): () => void {
  const before = NAMES.map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  for (const name of NAMES) {
    const value = (window as unknown as Record<string, unknown>)[name];
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  const endClocks = watchClocks();
  return () => {
    endClocks();
    window.localStorage.clear();
    void window.happyDOM.abort();
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  };
}
