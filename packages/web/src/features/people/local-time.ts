/** As a field for date and time takes it: the clock of a zone, of an instant (RFC 3339); empty for none. */
export function localTime(instant: string | undefined, timeZone: string): string {
  if (instant === undefined) return ''
  // The form of Swedish is that of ISO 8601, with a blank for the T.
  const form = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return form.format(Date.parse(instant)).replace(' ', 'T')
}
