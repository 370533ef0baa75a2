import type { FetchMessageObject, ImapFlow } from 'imapflow'

/** How far a folder was fetched. */
export interface FolderPlace {
  /** Of the numbers below; null before it was first opened. */
  readonly uidValidity: number | null
  /** 0: nothing was. */
  readonly lastUid: number
}

/** A mail as it lies in a folder. */
export interface FetchedMail {
  readonly uid: number
  /** When it arrived there, UTC ms. */
  readonly arrived: number
  readonly bytes: Buffer
  /** Bytes of all of it, where it is too large and `bytes` is only its beginning. */
  readonly wholeSize: number | undefined
  /** Return-Path as the last server wrote it, else the sender named in From; empty for the null return path. */
  readonly from: string
  /** Addresses that servers on the way noted as those it was sent to. */
  readonly deliveredTo: readonly string[]
}

export interface FetchOptions {
  readonly folder: string
  readonly place: FolderPlace
  /** Mail that arrived before is left, UTC ms. */
  readonly since: number | undefined
  /** The largest mail that is fetched whole, bytes; of a larger one its beginning. */
  readonly mostBytes: number
  /** Keeps a mail and the place behind it, both or neither. */
  readonly take: (mail: FetchedMail, place: FolderPlace) => Promise<void>
  /** Keeps a place behind mails that were left. */
  readonly pass: (place: FolderPlace) => Promise<void>
  readonly signal: AbortSignal
}

/** So many numbers are asked about at a time. */
const AT_ONCE = 200
/** So much is held in memory, if no single mail is larger, bytes. */
const TOGETHER = 8 * 1024 * 1024

/**
 * Fetches what is new in the folder that the client has open, in the order of its numbers, and answers the place behind it.
 * Nothing in the mailbox is changed. Where the server numbered the folder anew, all of it is new: what was fetched before is
 * known again by its content.
 */
export async function fetchNew(client: ImapFlow, options: FetchOptions): Promise<FolderPlace> {
  const { since, place: before, signal, pass } = options
  const validity = client.mailbox === false ? undefined : Number(client.mailbox.uidValidity)
  if (validity === undefined) throw new Error('no folder is open')
  let place: FolderPlace = before.uidValidity === validity ? before : { uidValidity: validity, lastUid: 0 }
  if (place !== before) await pass(place)
  const found = await client.search(
    { uid: `${place.lastUid + 1}:*`, ...(since === undefined ? {} : { since: new Date(since - 86_400_000) }) },
    { uid: true },
  )
  // `n:*` answers the last mail also where its number is less than n.
  const { lastUid } = place
  const uids = (found || []).filter((uid) => uid > lastUid).sort((one, other) => one - other)
  for (let at = 0; at < uids.length && !signal.aborted; at += AT_ONCE) {
    place = await fetchSome(client, uids.slice(at, at + AT_ONCE), { ...options, place })
  }
  return place
}

/** The numbers of the mails that lie in the folder that the client has open and arrived since, in their order. */
export async function listUids(client: ImapFlow, since: number | undefined): Promise<readonly number[]> {
  const found = await client.search(since === undefined ? { all: true } : { since: new Date(since - 86_400_000) }, {
    uid: true,
  })
  const uids: number[] = []
  for (const some of chunks(found || [])) uids.push(...(await fetchSizes(client, some, since)).map(({ uid }) => uid))
  return uids.sort((one, other) => one - other)
}

/** Fetches mails by their numbers, in their order; those that the server does not give are left out. */
export async function fetchUids(
  client: ImapFlow,
  uids: readonly number[],
  options: Pick<FetchOptions, 'mostBytes' | 'signal'> & { readonly take: (mail: FetchedMail) => Promise<void> },
): Promise<void> {
  for (const some of chunks(uids)) {
    const sizes = await fetchSizes(client, some, undefined)
    for await (const mail of mailsOf(client, sizes, options))
      if (mail.source !== undefined) await options.take(asFetched(mail, mail.source, options.mostBytes))
  }
}

async function fetchSome(client: ImapFlow, uids: readonly number[], options: FetchOptions): Promise<FolderPlace> {
  const { since, take, pass, signal } = options
  const wanted = await fetchSizes(client, uids, since)
  let place = options.place
  for await (const mail of mailsOf(client, wanted, options)) {
    const next = { ...place, lastUid: mail.uid }
    // Passed over it would be lost in silence.
    if (mail.source === undefined) throw new Error(`the server gave no text of the mail ${mail.uid}`)
    await take(asFetched(mail, mail.source, options.mostBytes), next)
    place = next
  }
  const last = uids.at(-1) ?? 0
  if (signal.aborted || place.lastUid >= last) return place
  place = { ...place, lastUid: last }
  await pass(place)
  return place
}

function chunks(uids: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(uids.length / AT_ONCE) }, (_, at) =>
    uids.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  )
}

/** Sizes of those that arrived since, in the order of their numbers. */
async function fetchSizes(
  client: ImapFlow,
  uids: readonly number[],
  since: number | undefined,
): Promise<FetchMessageObject[]> {
  const sizes = await client.fetchAll(uids.join(','), { uid: true, size: true, internalDate: true }, { uid: true })
  return sizes.filter((each) => since === undefined || arrivedOf(each) >= since).sort((a, b) => a.uid - b.uid)
}

/** The mails themselves, until told to stop. */
async function* mailsOf(
  client: ImapFlow,
  sizes: readonly FetchMessageObject[],
  { mostBytes, signal }: Pick<FetchOptions, 'mostBytes' | 'signal'>,
): AsyncIterable<FetchMessageObject> {
  for (const group of groups(sizes)) {
    if (signal.aborted) return
    const query = {
      uid: true,
      size: true,
      internalDate: true,
      envelope: true,
      headers: ['return-path', 'delivered-to', 'x-original-to', 'envelope-to'],
      source: { start: 0, maxLength: mostBytes },
    }
    const mails = await client.fetchAll(group.map(({ uid }) => uid).join(','), query, { uid: true })
    for (const mail of mails.sort((a, b) => a.uid - b.uid)) {
      if (signal.aborted) return
      yield mail
    }
  }
}

function groups(mails: readonly FetchMessageObject[]): FetchMessageObject[][] {
  const all: FetchMessageObject[][] = []
  let left = 0
  for (const mail of mails) {
    const size = mail.size ?? 0
    const last = all.at(-1)
    if (last === undefined || size > left) {
      all.push([mail])
      left = TOGETHER - size
    } else {
      last.push(mail)
      left -= size
    }
  }
  return all
}

function asFetched(mail: FetchMessageObject, bytes: Buffer, mostBytes: number): FetchedMail {
  const lines = (mail.headers?.toString('latin1') ?? '').replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)
  const valuesOf = (name: string): readonly string[] =>
    lines.flatMap((line) =>
      line.toLowerCase().startsWith(`${name}:`)
        ? [
            line
              .slice(name.length + 1)
              .trim()
              .replace(/^<|>$/gu, ''),
          ]
        : [],
    )
  return {
    uid: mail.uid,
    arrived: arrivedOf(mail),
    bytes,
    // Sizes that servers name are not always exact, but one that is cut off is never smaller.
    wholeSize:
      bytes.length < mostBytes || mail.size === bytes.length ? undefined : Math.max(mail.size ?? 0, bytes.length),
    from: valuesOf('return-path')[0] ?? mail.envelope?.from?.[0]?.address ?? '',
    deliveredTo: ['delivered-to', 'x-original-to', 'envelope-to'].flatMap(valuesOf),
  }
}

function arrivedOf({ internalDate }: FetchMessageObject): number {
  return new Date(internalDate ?? Number.NaN).getTime()
}
