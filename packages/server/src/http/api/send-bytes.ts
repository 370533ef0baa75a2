import type { FastifyReply } from 'fastify'
import type { Bytes } from '../handler.ts'
import { contentDisposition } from './content-disposition.ts'

/** Bytes of strangers: never a page of ours, whatever they say they are. */
const POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** A page of ours that stands alone: its own style, and a window to print it from. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-modals; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** A content type as it may stand in a header; anything else is bytes. */
const TYPE = /^[\w!#$&^.+-]{1,100}\/[\w!#$&^.+-]{1,100}(; ?charset=[\w-]{1,40})?$/

/** Sends bytes as a download, and a page of ours as a page; nothing of either runs. */
export function sendBytes(reply: FastifyReply, { type, body, fileName, size, keptFor, isPage }: Bytes): FastifyReply {
  reply
    .code(200)
    .header('content-type', TYPE.test(type) ? type : 'application/octet-stream')
    .header('content-security-policy', isPage === true ? PAGE_POLICY : POLICY)
    .header('cross-origin-resource-policy', 'same-origin')
    .header(
      'content-disposition',
      isPage === true ? 'inline' : fileName === undefined ? 'attachment' : contentDisposition(fileName),
    )
  if (keptFor !== undefined) reply.header('cache-control', `private, max-age=${keptFor}, immutable`)
  if (size !== undefined) reply.header('content-length', size)
  return reply.send(body)
}
