/** A small desk in memory to build screens against: `node packages/web/test/fixture-server.ts [port]`. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { compileDraft, type Decision, decide, decisionJson, readCharter, type TicketEvent } from '@avow/core'
import { charterInForce } from '../../server/src/features/charters/charter-in-force.ts'
import { STORIES } from './fixture-stories.ts'

const port = Number(process.argv[2] ?? 8181)
const dist = new URL('../dist/', import.meta.url).pathname
const { document, data } = readCharter(
  readFileSync(new URL('../../../charters/retailer.yaml', import.meta.url), 'utf8'),
)
if (document === undefined) throw new Error('the charter does not read')
const started = Date.now()
// A working hour, whatever the hour is here: Tuesday 8 December 2026, 11:20 in Warsaw.
const BASE = Date.parse('2026-12-08T10:20:00Z')
const now = () => BASE + Date.now() - started
const charter = compileDraft({ document, data }, { asOf: BASE, zoneData: 'test' })
const iso = (ms: number) => new Date(ms).toISOString()
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const STAFF = ['Anna Kowalska', 'Marek Zieliński', 'سارة حداد', 'Eleni Papadaki', 'Giulia Ferraro'].map((name, at) => ({
  id: uuid(900 + at),
  name,
  email: `${['anna', 'marek', 'sara', 'eleni', 'giulia'][at]}@bramble.example`,
  team: ['Returns', 'Returns', 'Orders', 'Orders', null][at] ?? null,
  language: null,
  positions: at === 0 ? ['agent', 'team-lead'] : ['agent'],
  roles: at === 0 ? ['admin'] : ['agent'],
}))
const [me] = STAFF

interface Kept {
  readonly number: number
  readonly story: (typeof STORIES)[number]
  readonly events: (TicketEvent & { text?: string; html?: string; images?: boolean; quoted?: string })[]
  assignee: string | null
  facts: Record<string, unknown>
}

const kept: Kept[] = STORIES.map((story, at) => {
  const number = 1042 - at
  const created = BASE - story.ago * 60_000
  const ticket = String(number)
  const event = (at: number, type: string, by: TicketEvent['by'], more: object = {}): Kept['events'][number] => ({
    ticket,
    type,
    by,
    at,
    recorded: at,
    id: `${ticket}-${at}-${type}`,
    ...more,
  })
  const events = [
    event(created, 'ticket.created', 'customer', { facts: { channel: story.channel, ...story.facts } }),
    event(created, 'message.received', 'customer', { text: story.text, html: story.html, images: story.images }),
    event(created + 1000, 'message.auto', 'bot', {
      who: 'avow',
      text: 'We have your message. A person answers you by 14:00.',
      tells: ['P1'],
    }),
    ...(story.later ?? []).map((t) =>
      event(created + t.after * 60_000, t.type, t.by, { ...t.more, text: t.text, quoted: t.quoted }),
    ),
  ]
  return {
    number,
    story,
    events,
    assignee: story.assignee === undefined ? null : (STAFF[story.assignee]?.id ?? null),
    facts: { channel: story.channel, ...story.facts },
  }
})

const person = (id: string | null) => {
  const found = STAFF.find((one) => one.id === id)
  return found === undefined ? null : { id: found.id, name: found.name, email: found.email }
}

function decided(t: Kept): Decision {
  return decide(charter, t.events, now())
}

function row(t: Kept, decision = decided(t)) {
  const messages = t.events.filter((e) => e.type.startsWith('message.'))
  const last = messages.at(-1)
  const running = decision.commitments
    .filter((c) => c.state === 'running' && c.due !== null)
    .sort((a, b) => (a.due ?? 0) - (b.due ?? 0))[0]
  return {
    id: uuid(t.number),
    number: t.number,
    state: decision.state,
    channel: t.story.channel,
    language: t.story.language,
    customer: { id: uuid(100 + t.number), name: t.story.name, email: t.story.email ?? null },
    subject: t.story.subject,
    snippet: (last?.text ?? t.story.text).replace(/\s+/g, ' ').slice(0, 120),
    assignee: person(t.assignee),
    team: null,
    priority: 0,
    created_at: iso(t.events[0]?.at ?? 0),
    last_message_at: last === undefined ? null : iso(last.at),
    messages: messages.length,
    seq: t.events.length,
    next:
      running === undefined
        ? null
        : {
            promise: running.promise,
            start: iso(running.start),
            due: iso(running.due ?? 0),
            risk_at: running.risk_at === null ? null : iso(running.risk_at),
          },
    paused: decision.commitments.filter((c) => c.state === 'paused').length,
    broken: decision.commitments.filter((c) => c.state === 'broken').length,
    last_broken_at:
      decision.commitments
        .filter((c) => c.state === 'broken')
        .map((c) => iso(c.settled_at ?? 0))
        .at(-1) ?? null,
  }
}

function whole(t: Kept) {
  const decision = decided(t)
  const json = decisionJson(decision)
  return {
    ...row(t, decision),
    facts: t.facts,
    missing: decision.missing,
    charter: { id: charter.id, version: 3, hash: charter.hash },
    commitments: json.commitments,
    steps: json.steps,
    clauses: decision.clauses,
    unevaluated: decision.unevaluated,
    entries: t.events.map((e, at) => ({
      seq: at + 1,
      id: e.id ?? '',
      type: e.type,
      at: iso(e.at),
      by: e.by,
      person: e.by === 'agent' ? person(e.who ?? me?.id ?? '') : e.by === 'customer' ? row(t, decision).customer : null,
      text: e.text ?? null,
      quoted: e.quoted ?? null,
      html: e.html ?? null,
      has_remote_images: e.images === true,
      from: e.by === 'customer' && t.story.email !== undefined ? { name: t.story.name, address: t.story.email } : null,
      doubt: null,
      language: t.story.language,
      attachments:
        e.type === 'message.received' && t.story.attachment !== undefined
          ? [
              {
                id: uuid(7),
                name: t.story.attachment,
                type: 'image/jpeg',
                size: 482_133,
                is_inline: false,
                content_id: null,
              },
            ]
          : [],
      delivery: e.type === 'message.sent' || e.type === 'message.auto' ? 'in-folder' : null,
      fields: {
        ...(e.to === undefined ? {} : { to: e.to }),
        ...(e.reason === undefined ? {} : { reason: e.reason }),
        ...(e.third_party === undefined ? {} : { third_party: e.third_party }),
        ...(e.facts === undefined ? {} : { facts: e.facts }),
        ...(e.tells === undefined ? {} : { tells: e.tells }),
      },
    })),
    follows: null,
    followed_by: [],
    held_acknowledgements: 0,
    rating: null,
    now: iso(now()),
  }
}

const VIEWS: Record<string, (t: ReturnType<typeof row>) => boolean> = {
  mine: (t) => t.assignee?.id === me?.id && t.state !== 'solved',
  unassigned: (t) => t.assignee === null && t.state !== 'solved',
  'at-risk': (t) => t.next?.risk_at !== null && t.next !== null && Date.parse(t.next.risk_at ?? '') < now(),
  broken: (t) => t.broken > 0 && t.state !== 'solved',
  all: (t) => t.state !== 'solved',
  solved: (t) => t.state === 'solved',
}
const streams = new Set<ServerResponse>()
let signedIn = true

function add(t: Kept, type: string, more: object): void {
  const at = now()
  t.events.push({
    ticket: String(t.number),
    type,
    at,
    recorded: at,
    by: 'agent',
    who: me?.id ?? '',
    id: `${at}`,
    ...more,
  } as Kept['events'][number])
  for (const stream of streams)
    stream.write(
      `event: ticket\ndata: ${JSON.stringify({ ticket: uuid(t.number), number: t.number, seq: t.events.length })}\n\n`,
    )
}

const MAIL = STORIES.slice(0, 14).map((story, at) => ({
  id: uuid(3000 + at),
  mailbox: 'help@bramble.example',
  received_at: iso(BASE - story.ago * 60_000),
  envelope_from: story.email ?? 'bounce@x.example',
  from: story.email ?? null,
  from_name: story.name,
  subject: story.subject,
  message_id: `<${at}@x>`,
  outcome: (['ticketed', 'ticketed', 'appended', 'suppressed', 'quarantined'] as const)[at % 5] ?? null,
  reason: at % 5 === 3 ? 'automatic' : at % 5 === 4 ? 'spam' : null,
  ticket: at % 5 < 3 ? 1042 - at : null,
  text: story.text,
  size: 4213 * (at + 1),
  sha256: 'ab'.repeat(32),
  raw: '',
}))

async function api(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}
  const method = request.method ?? 'GET'
  if (path === '/me')
    return {
      person: me,
      roles: ['admin'],
      permissions: [
        'tickets.read',
        'tickets.write',
        'tickets.assign',
        'tickets.create',
        'mail.read',
        'mail.manage',
        'charter.read',
        'people.read',
        'people.manage',
        'keys.manage',
        'workspace.manage',
        'workspace.export',
      ],
      workspace: {
        id: uuid(1),
        slug: 'bramble',
        name: 'Bramble & Co',
        zone: 'Europe/Warsaw',
        languages: ['en', 'ar'],
        has_demo: true,
      },
      workspaces: [{ slug: 'bramble', name: 'Bramble & Co' }],
    }
  if (path === '/views') {
    const rows = kept.map((t) => row(t))
    return { counts: Object.fromEntries(Object.entries(VIEWS).map(([name, test]) => [name, rows.filter(test).length])) }
  }
  if (path === '/tickets' && method === 'GET') {
    const test = VIEWS[query.get('view') ?? 'all'] ?? (() => true)
    const items = kept
      .map((t) => row(t))
      .filter(test)
      .sort(
        (a, b) =>
          (a.next === null ? 1 : 0) - (b.next === null ? 1 : 0) ||
          Date.parse(a.next?.due ?? a.created_at) - Date.parse(b.next?.due ?? b.created_at),
      )
    return { items, next: null, now: iso(now()) }
  }
  if (path === '/tickets' && method === 'POST') {
    const t: Kept = {
      number: 1043 + kept.length,
      story: {
        name: body.customer.name,
        email: body.customer.email,
        subject: body.subject,
        text: body.text,
        channel: body.channel,
        ago: 0,
        language: 'en',
      },
      events: [],
      assignee: null,
      facts: { channel: body.channel, ...body.facts },
    }
    kept.push(t)
    add(t, 'ticket.created', { facts: t.facts, for: 'customer' })
    add(t, 'message.received', { by: 'customer', text: body.text })
    return whole(t)
  }
  const found = /^\/tickets\/(\d+)(?:\/(\w+))?/.exec(path)
  if (found !== null) {
    const t = kept.find((one) => one.number === Number(found[1]))
    if (t === undefined) return problem(response, 404, 'not-found')
    const deed = found[2]
    if (deed === 'replies') {
      if (body.seen < t.events.length && !body.anyway)
        return problem(response, 409, 'ticket-moved', { seq: t.events.length, kept: body.text })
      add(t, 'message.sent', { text: body.text })
      add(t, 'status.changed', { to: body.state ?? 'waiting-for-customer' })
    } else if (deed === 'notes') add(t, 'note.added', { text: body.text })
    else if (deed === 'assignment') {
      t.assignee = body.to
      add(t, 'ticket.assigned', body.to === null ? {} : { to: body.to })
    } else if (deed === 'state') add(t, 'status.changed', body)
    else if (deed === 'facts') {
      Object.assign(t.facts, body.facts)
      add(t, 'facts.changed', body)
    } else if (deed === 'spam') add(t, 'ticket.spam', body)
    else if (deed === 'events') add(t, body.type, { key: body.key })
    else if (deed === 'attachments') {
      response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end('bytes')
      return undefined
    }
    return whole(t)
  }
  if (path === '/staff')
    return method === 'GET' ? { items: STAFF, next: null } : { ...STAFF[1], ...body, id: uuid(999), positions: [] }
  if (path.startsWith('/staff/')) return STAFF[1]
  if (path === '/charter') return { ...charterInForce(charter, BASE), version: 3 }
  if (path === '/notices')
    return {
      items: [
        {
          id: uuid(50),
          code: 'escalation',
          ticket: 1038,
          data: { clause: 'E1', step: 1, commitment: 'P1/1' },
          created_at: iso(BASE - 900_000),
          read_at: null,
        },
        {
          id: uuid(51),
          code: 'escalation',
          ticket: 1030,
          data: { clause: 'E1', step: 2, commitment: 'P1/1' },
          created_at: iso(BASE - 9_900_000),
          read_at: iso(BASE),
        },
      ],
      next: null,
    }
  if (path === '/attention')
    return {
      items: [
        {
          id: uuid(60),
          code: 'unevaluated',
          ticket: 1036,
          data: { clause: 'P3', code: 'several-rows' },
          raised_at: iso(BASE - 3_600_000),
        },
      ],
      next: null,
    }
  if (path === '/api-keys')
    return method === 'GET'
      ? {
          items: [
            {
              id: uuid(70),
              name: 'Warehouse system',
              roles: ['agent'],
              created_at: iso(BASE - 86_400_000 * 20),
              revoked_at: null,
            },
          ],
          next: null,
        }
      : {
          id: uuid(71),
          name: body.name,
          roles: body.roles,
          created_at: iso(BASE),
          revoked_at: null,
          secret: 'avow_2f9c0d61a8f04c1bb9a8d3f1',
        }
  if (path === '/mail/intake')
    return {
      items: [
        {
          mailbox: 'help@bramble.example',
          received: 214,
          ticketed: 131,
          appended: 52,
          suppressed: 27,
          quarantined: 3,
          pending: 1,
        },
        {
          mailbox: 'orders@bramble.example',
          received: 88,
          ticketed: 80,
          appended: 8,
          suppressed: 0,
          quarantined: 0,
          pending: 0,
        },
      ],
    }
  if (path === '/mail/messages') return { items: MAIL, next: null }
  if (path === '/mail/outgoing')
    return {
      items: STORIES.slice(0, 8).map((story, at) => ({
        id: uuid(4000 + at),
        ticket: 1042 - at,
        kind: ['answer', 'acknowledgement', 'staff', 'rating'][at % 4],
        to: story.email ?? 'x@example.org',
        subject: `Re: ${story.subject}`,
        due: iso(BASE - at * 400_000),
        attempts: at % 3,
        state: ['in-folder', 'sent', 'waiting', 'given-up'][at % 4],
        last_error: at % 4 === 3 ? '550 5.1.1 no such mailbox' : null,
      })),
      next: null,
    }
  if (path === '/events') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': hello\n\n')
    streams.add(response)
    request.on('close', () => streams.delete(response))
    return undefined
  }
  if (path === '/demo') return { tickets: 40, people: 44 }
  return problem(response, 404, 'not-found')
}

function problem(response: ServerResponse, status: number, code: string, more: object = {}): undefined {
  response
    .writeHead(status, { 'Content-Type': 'application/problem+json' })
    .end(JSON.stringify({ type: '', title: code, status, code, detail: code, ...more }))
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https: http:; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"

createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://x')
  if (url.pathname.startsWith('/api/auth/')) {
    signedIn = !url.pathname.includes('sign-out')
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')
    return
  }
  if (url.pathname.startsWith('/api/v1')) {
    if (!signedIn) {
      problem(response, 401, 'not-signed-in')
      return
    }
    void api(request, response, url.pathname.slice(7), url.searchParams).then((answer) => {
      if (answer !== undefined)
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer))
    })
    return
  }
  const file = join(dist, url.pathname.replace(/^\/desk\//, ''))
  const isFile = url.pathname.startsWith('/desk/') && existsSync(file) && statSync(file).isFile()
  const path = isFile ? file : join(dist, 'index.html')
  response.writeHead(200, {
    'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
    'Content-Security-Policy': POLICY,
  })
  createReadStream(path).pipe(response)
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/desk/`))
