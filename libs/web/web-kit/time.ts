// An instant is shown as the clock of the chain's stores showed it, wherever the browser stands.

let zone: string | undefined;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The time zone (IANA name) that instants are shown in; undefined is the browser's. */
export function setDisplayZone(timezone: string | undefined): void {
  zone = timezone;
}

/** 'YYYY-MM-DD HH:mm'; without the year where it is this year's and `short`. */
export function formatInstant(instant: string, { short = false, timezone = zone } = {}): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const text = formatOf(timezone).format(date).replace(',', '');
  return short && text.startsWith(thisYear()) ? text.slice(5) : text;
}

/** 'YYYY-MM-DD', or 'MM-DD' where it is this year's and `short`. */
export function formatDay(day: string, { short = false } = {}): string {
  const text = day.slice(0, 10);
  return short && text.startsWith(thisYear()) ? text.slice(5) : text;
}

/** The calendar day where the stores are. */
export function todayThere(): string {
  return formatOf(zone).format(new Date()).slice(0, 10);
}

const thisYear = (): string => `${todayThere().slice(0, 4)}-`;

/** Swedish writes dates and times as ISO does. */
function formatOf(timezone: string | undefined): Intl.DateTimeFormat {
  const key = timezone ?? '';
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: timezone,
    });
    formats.set(key, format);
  }
  return format;
}
