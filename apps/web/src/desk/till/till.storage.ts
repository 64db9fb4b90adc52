const KEY = 'shuke.desk.till';

/** The till this browser stands at; null when nobody has said yet. */
export function rememberedTill(): number | null {
  try {
    const id = Number(localStorage.getItem(KEY));
    return Number.isSafeInteger(id) && id > 0 ? id : null;
  } catch {
    return null;
  }
}

export function rememberTill(tillId: number): void {
  try {
    localStorage.setItem(KEY, String(tillId));
  } catch {
    // A browser without storage asks again next time.
  }
}
