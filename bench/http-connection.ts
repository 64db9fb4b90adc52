import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  status: number;
  headers: string;
  body: string;
}

const HEAD_END = '\r\n\r\n';

/**
 * One kept connection, one request at a time. Far lighter than a general client, because the driver runs on the same
 * processors as what it measures. Understands answers with a Content-Length, and empty ones.
 */
export class HttpConnection {
  private buffer = '';
  private waiting: {
    resolve: (answer: HttpAnswer) => void;
    reject: (error: Error) => void;
  } | null = null;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    // Bodies here are ASCII: a character is a byte.
    socket.setEncoding('latin1').setNoDelay(true);
    socket.on('data', (text: string) => {
      this.buffer += text;
      this.read();
    });
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('The connection was closed.')));
  }

  static open(port: number): Promise<HttpConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () =>
        resolve(new HttpConnection(socket, `localhost:${port}`)),
      );
      socket.once('error', reject);
    });
  }

  send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: object,
  ): Promise<HttpAnswer> {
    const text = JSON.stringify(body);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const common =
      `Host: ${this.host}\r\nOrigin: http://${this.host}\r\nX-Requested-With: shuke\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n`;
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(`${method} ${path} HTTP/1.1\r\n${common}${lines.join('')}\r\n${text}`);
    });
  }

  close(): void {
    this.waiting = null;
    this.socket.destroy();
  }

  private read(): void {
    const head = this.buffer.indexOf(HEAD_END);
    if (head < 0) return;
    const headers = this.buffer.slice(0, head);
    const length = Number(/content-length: (\d+)/i.exec(headers)?.[1] ?? 0);
    const end = head + HEAD_END.length + length;
    if (this.buffer.length < end) return;
    const body = this.buffer.slice(head + HEAD_END.length, end);
    this.buffer = this.buffer.slice(end);
    const { waiting } = this;
    this.waiting = null;
    waiting?.resolve({ status: Number(headers.slice(9, 12)), headers, body });
  }

  private fail(error: Error): void {
    this.waiting?.reject(error);
    this.waiting = null;
  }
}
