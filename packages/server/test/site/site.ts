import { type Transaction, transaction } from '../../src/db/index.ts'
import { registerSite } from '../../src/site/index.ts'
import { openTestApp, type TestApp, type TestAppOptions } from '../app.ts'
import { addAgent, addFirstWorkspace, RETAILER } from './site-workspace.ts'

export interface TestSite {
  readonly app: TestApp
  /** The first workspace, which answers at `/`. */
  readonly workspace: string
  readonly agent: string
  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Page>
  /** As a browser sends a form. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Page>
  /** The hidden mark of a page's form. */
  onceOf(path: string): Promise<string>
  close(): Promise<void>
}

export interface Page {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Path of the page that it leads to. */
  readonly location: string
}

/** The public pages as they are served, for one test file. */
export async function openSite({
  name = 'Bramble & Co',
  charter = RETAILER,
  ...options
}: TestAppOptions & { readonly name?: string; readonly charter?: string } = {}): Promise<TestSite> {
  const app = await openTestApp({ site: registerSite, ...options })
  const { store } = app.desk
  const workspace = await addFirstWorkspace(store, name, charter)
  const ask = async (path: string, init: RequestInit): Promise<Page> => {
    const answer = await fetch(`${app.url}${path}`, { redirect: 'manual', ...init })
    const location = answer.headers.get('location') ?? ''
    return { status: answer.status, headers: answer.headers, text: await answer.text(), location }
  }
  const get: TestSite['get'] = (path, headers = {}) => ask(path, { headers: { 'accept-language': 'en', ...headers } })
  return {
    app,
    workspace,
    agent: await addAgent(store, workspace),
    run: (work) => transaction(store, { workspace }, work),
    get,
    post: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { 'accept-language': 'en', origin: 'null', ...headers },
      }),
    async onceOf(path) {
      return /name="once" value="([0-9a-f]{32})"/.exec((await get(path)).text)?.[1] ?? ''
    },
    close: () => app.close(),
  }
}

/** How many rows each table has: what did not change where nothing was to change. */
export async function rowCounts(site: TestSite): Promise<Readonly<Record<string, string>>> {
  const client = await site.app.database.connect('postgres')
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'control') order by 1`,
  )
  const counts: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await client.query<{ n: string; sum: string }>(
      `select count(*) as n, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as sum from ${name} t`,
    )
    counts[name] = `${rows[0]?.n}:${rows[0]?.sum}`
  }
  return counts
}
