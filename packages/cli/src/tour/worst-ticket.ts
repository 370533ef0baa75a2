/**
 * A ticket worth explaining: its first answer (P1) was broken, and little else happened (nothing was cancelled); of several, the one with the
 * latest due time. `lines` is what `avow backtest --out` wrote. Undefined where nothing was broken.
 */
export function worstTicket(lines: string): string | undefined {
  const commitments = new Map<string, number>()
  const broken: { readonly ticket: string; readonly due: string }[] = []
  for (const line of lines.split('\n')) {
    if (line === '') continue
    const { ticket, promise, due, state } = JSON.parse(line) as Record<'ticket' | 'promise' | 'due' | 'state', string>
    commitments.set(ticket, (commitments.get(ticket) ?? 0) + (state === 'cancelled' ? 100 : 1))
    if (promise === 'P1' && state === 'broken') broken.push({ ticket, due })
  }
  const rank = ({ ticket }: { readonly ticket: string }) => Math.max(2, commitments.get(ticket) ?? 0)
  broken.sort((a, b) => rank(a) - rank(b) || (a.due < b.due ? 1 : -1))
  return broken[0]?.ticket
}
