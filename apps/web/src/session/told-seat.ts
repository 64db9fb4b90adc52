const KEY = 'shuke.seat';

/** Tells the other tabs of this browser whose session at which till it is now; null: nobody's. */
export function tellSeat(seat: string | null): void {
  try {
    localStorage.setItem(KEY, seat ?? '');
  } catch {
    // Without storage the other tabs hear it from the server, when they act.
  }
}

export function onSeatTold(listener: (seat: string | null) => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY) listener(newValue || null);
  });
}
