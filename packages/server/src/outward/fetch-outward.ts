import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Outward } from './outward.ts'
import { OutwardFailed, OutwardRefused } from './outward-errors.ts'

export interface OutwardOptions {
  readonly outward: Outward
  /** What may be answered, for the header Accept. */
  readonly accept: string
  /** Of the body. */
  readonly mostBytes: number
  /** For all of it: names, connections, redirects and the body. */
  readonly deadlineMs: number
  /** Aborted where nobody waits for the answer any more. */
  readonly signal?: AbortSignal
}

const MOST_REDIRECTS = 3
const REDIRECTS: readonly (number | undefined)[] = [301, 302, 303, 307, 308]

/**
 * Gets the body at an address that a stranger named, over http or https. The host's addresses are looked up once and each
 * is judged; the connection goes to one that was judged and to no other, so that a name cannot mean something else a moment
 * later; a redirect begins anew. Nothing of ours goes along: no cookie, no referrer, no credentials of the URL. Throws
 * OutwardRefused where it may not go, OutwardFailed where nothing fit to be used came in time.
 */
export async function fetchOutward(address: string, options: OutwardOptions): Promise<Buffer> {
  const deadline = AbortSignal.timeout(options.deadlineMs)
  const signal = options.signal === undefined ? deadline : AbortSignal.any([deadline, options.signal])
  try {
    let url = urlOf(address)
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await ask(url, await addressOf(url, options.outward, signal), options.accept, signal)
      const to = response.headers.location
      if (!REDIRECTS.includes(response.statusCode) || to === undefined) return await bodyOf(response, options.mostBytes)
      response.destroy()
      url = urlOf(to, url)
    }
    throw new OutwardFailed(`more than ${MOST_REDIRECTS} redirects`)
  } catch (error) {
    if (error instanceof OutwardRefused || error instanceof OutwardFailed) throw error
    throw new OutwardFailed(signal.aborted ? 'it took too long' : String(error), error)
  }
}

function urlOf(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href)) throw new OutwardRefused('this is no address')
  const url = new URL(address, base?.href)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new OutwardRefused('only http and https are asked')
  if (url.username !== '' || url.password !== '') throw new OutwardRefused('the address holds a name or a password')
  return url
}

/** The one IP address to connect to. Where any that the host has is not to be reached, none is. */
async function addressOf(url: URL, { resolve, mayReach }: Outward, signal: AbortSignal): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/gu, '')
  const addresses = isIP(host) === 0 ? await within(resolve(host), signal) : [host]
  const [first] = addresses
  if (first === undefined) throw new OutwardFailed('the host has no address')
  const port = portOf(url)
  if (!addresses.every((each) => mayReach(each, port)))
    throw new OutwardRefused('the address does not lie on the public web')
  return first
}

function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)
}

/** What cannot be broken off is at least not waited for. */
function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    }),
  ])
}

function ask(url: URL, address: string, accept: string, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    request(url, {
      // Of its own, so that no open connection of another request is taken.
      agent: false,
      lookup: always(address),
      headers: { accept, 'accept-encoding': 'identity', 'user-agent': 'Avow' },
      signal,
    })
      .on('response', resolve)
      .on('error', reject)
      .end()
  })
}

function always(address: string): LookupFunction {
  const family = isIP(address)
  return (_host, { all }, found) => {
    if (all === true) found(null, [{ address, family }])
    else found(null, address, family)
  }
}

async function bodyOf(response: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const { statusCode, headers } = response
  const wrong =
    statusCode !== 200
      ? `it answered ${statusCode}`
      : (headers['content-encoding'] ?? 'identity') !== 'identity'
        ? 'the answer is packed'
        : Number(headers['content-length'] ?? 0) > mostBytes
          ? 'it is too large'
          : undefined
  if (wrong !== undefined) {
    response.destroy()
    throw new OutwardFailed(wrong)
  }
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of response) {
    parts.push(part)
    bytes += part.length
    // Leaving the loop ends the connection.
    if (bytes > mostBytes) throw new OutwardFailed('it is too large')
  }
  return Buffer.concat(parts)
}
