import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { FileRefused } from './reading.types.js';

type Attributes = Record<string, string>;

export interface XmlEvents {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Spreadsheets of some makers give every element a prefix. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute by its local name. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  const found = Object.keys(attributes).find((key) => localName(key) === name);
  return found && attributes[found];
}

/**
 * Reads XML as it comes, and yields after each piece so that whoever listens can hand on what it has. Declared entities
 * are never expanded: a document type is refused.
 */
export async function* xmlPieces(stream: Readable, events: XmlEvents): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('doctype', () => {
    throw new FileRefused('broken');
  });
  parser.on('error', () => {
    throw new FileRefused('broken');
  });
  parser.on('opentag', ({ name, attributes }) =>
    events.open?.(localName(name), attributes as Attributes),
  );
  parser.on('closetag', ({ name }) => events.close?.(localName(name)));
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk as Buffer, { stream: true }));
      yield;
    }
    parser.write(decoder.decode()).close();
    yield;
  } catch (error) {
    // The reader of the zip says what is wrong with the packing; for the person it is one thing.
    throw error instanceof FileRefused ? error : new FileRefused('broken');
  } finally {
    stream.destroy();
  }
}

/** Reads a small part to its end. */
export async function readXml(stream: Readable, events: XmlEvents): Promise<void> {
  const pieces = xmlPieces(stream, events);
  while (!(await pieces.next()).done);
}
