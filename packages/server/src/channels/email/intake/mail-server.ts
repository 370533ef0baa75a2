import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { SMTPServer } from 'smtp-server'
import { SMTPConnection, type SMTPConnectionOptions } from 'smtp-server/lib/smtp-connection.js'
import { MailStream } from './mail-stream.ts'

/** The SMTP server of smtp-server, reading mail by MailStream. */
export class MailServer extends SMTPServer {
  override connect(socket: Socket | TLSSocket, options?: SMTPConnectionOptions | null): void {
    const connection = new MailConnection(this, socket, options)
    this.connections.add(connection)
    connection.on('error', (error) => this._onError(error))
    connection.on('connect', (data) => this._onClientConnect(data))
    connection.init()
  }
}

class MailConnection extends SMTPConnection {
  override _createParser(): MailStream {
    const parser = new MailStream({ maxCommandLength: this._server.options.maxCommandLength })
    parser.oncommand = (command, callback) => this._onCommand(command, callback)
    parser.on('error', (error) => this.send(421, `Error: ${error.message}`))
    // The sender closed its side, and all that it sent is answered.
    parser.on('finish', () => this._parser === parser && this.close())
    return parser
  }

  /**
   * Answers on a connection whose sender has closed its side, too. exim sends QUIT with the end of its mail and closes its
   * side: unanswered it would send the mail again. smtp-server writes only to sockets that are open both ways.
   */
  override send(...reply: Parameters<SMTPConnection['send']>): void {
    const socket = this._socket
    if (socket.readyState !== 'writeOnly') return super.send(...reply)
    Object.defineProperty(socket, 'readyState', { value: 'open', configurable: true })
    try {
      super.send(...reply)
    } finally {
      Reflect.deleteProperty(socket, 'readyState')
    }
  }
}
