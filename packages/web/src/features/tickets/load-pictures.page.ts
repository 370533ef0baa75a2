import { callForBytes } from '../../api/call.page.ts'

export interface LoadedPictures {
  /** `data:` by address. */
  readonly pictures: ReadonlyMap<string, string>
  readonly failed: number
}

/** Pictures that other servers have, of a mail. */
export interface RemotePictures {
  /** Number of the ticket, and the message's place in its log. */
  readonly number: number
  readonly seq: number
  /** Addresses, in the order in which the server counts them. */
  readonly addresses: readonly string[]
}

const AT_ONCE = 4
/** The server gives each 10 s; whoever reads does not wait for all that are slow, one after the other. */
const PATIENCE_MS = 30_000

/** Has the server fetch the pictures of a mail. Never rejects: those that do not come in time are counted. */
export async function loadPictures({ number, seq, addresses }: RemotePictures): Promise<LoadedPictures> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const pictures = new Map<string, string>()
  const waiting = [...addresses.entries()]
  const loadWaiting = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [place, address] = next
      const loaded = await callForBytes('readPicture', { params: { number, seq, place }, signal }).then(
        dataOf,
        () => undefined,
      )
      if (loaded !== undefined) pictures.set(address, loaded)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, loadWaiting))
  return { pictures, failed: addresses.length - pictures.size }
}

function dataOf(bytes: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(bytes)
  })
}
