/** The asking side of desk-api.ts: a process of its own, told what to ask by a message. */
export interface Wanted {
  readonly url: string
  /** NUMBER stands for that of any ticket. */
  readonly path: string
  readonly clients: number
  readonly requests: number
  readonly tickets: number
  readonly password: string
}

export interface Measured {
  /** ms */
  readonly p50: number
  readonly p95: number
}

const WARM_UP = 20

process.once('message', (wanted: Wanted) => void measure(wanted).then((measured) => process.send?.(measured)))

async function measure(wanted: Wanted): Promise<Measured> {
  const { clients, requests } = wanted
  const cookies = await Promise.all(Array.from({ length: clients }, (_, index) => signIn(wanted, index)))
  const everyone = (count: number) => Promise.all(cookies.map((cookie) => askOften(wanted, cookie, count)))
  await everyone(WARM_UP)
  process.send?.('warm')
  const times = (await everyone(requests / clients)).flat().sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}

async function askOften({ url, path, tickets }: Wanted, cookie: string, count: number): Promise<number[]> {
  const times: number[] = []
  for (let asked = 0; asked < count; asked++) {
    const number = 1 + Math.floor(Math.random() * tickets)
    const start = performance.now()
    const answer = await fetch(`${url}${path.replace('NUMBER', String(number))}`, { headers: { cookie } })
    const text = await answer.text()
    times.push(performance.now() - start)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`)
  }
  return times
}

async function signIn({ url, password }: Wanted, index: number): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: `agent-${index}@desk.example`, password }),
  })
  if (answer.status !== 200) throw new Error(`signing in: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ')
}
