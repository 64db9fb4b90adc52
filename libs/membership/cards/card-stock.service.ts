import {
  type Actor,
  assertInScope,
  Audit,
  type CommandOutcome,
  Commands,
  Db,
  type Page,
  storesOf,
  type Tx,
} from '#kernel';
import { Injectable } from '@nestjs/common';
import { randomSecret } from './card-issues.service.js';
import { cardNumber } from './card-number.rules.js';
import type {
  CardStockDocumentQuery,
  CardStockDocumentRow,
  CardStockDocumentView,
  CardStockPlace,
  CardStockQuery,
  CardStockRow,
  FoundCardsInput,
  FoundCardsView,
  ReceiveCardsInput,
  ReceiveTransferInput,
  SendCardsInput,
} from './card-stock.dto.js';
import { cardStockList, stockDocumentList } from './card-stock-list.report.js';
import { CardStockRepository, type StockCard } from './card-stock.repository.js';
import { chosenNumbers, pick } from './card-stock-choice.js';
import { numbersIn, wrongAmong } from './card-stock.rules.js';
import { CardError } from './card.errors.js';

/** Printed cards from the printer to the counter: received, sent between stores, handed out by an issue. */
@Injectable()
export class CardStock {
  constructor(
    private readonly db: Db,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly repository: CardStockRepository,
  ) {}

  /** How many cards lie where. */
  places(actor: Actor): Promise<CardStockPlace[]> {
    return this.repository.places(this.db, actor.storeIds);
  }

  /** Errors: access.store_forbidden. */
  stock(actor: Actor, query: CardStockQuery): Promise<Page<CardStockRow>> {
    const filters = { q: query.q, cardStockState: query.state };
    const storeIds = storesOf(actor, query.storeId);
    return this.db.read((snapshot) => cardStockList.page(snapshot, filters, { storeIds }, query));
  }

  /** Errors: access.store_forbidden. */
  documents(actor: Actor, query: CardStockDocumentQuery): Promise<Page<CardStockDocumentRow>> {
    const filters = { parcelKind: query.kind, parcelStatus: query.status };
    const storeIds = storesOf(actor, query.storeId);
    return this.db.read((snapshot) =>
      stockDocumentList.page(snapshot, filters, { storeIds }, query),
    );
  }

  /** Errors: card.document_not_found. */
  document(actor: Actor, id: number): Promise<CardStockDocumentView> {
    return this.db.read(async (sql) => {
      const document = await this.repository.document(sql, id, actor.storeIds);
      if (!document) throw CardError.documentNotFound();
      return { ...document, lines: await this.repository.lines(sql, id) };
    });
  }

  /**
   * Puts printed cards into a store's stock: a run, a list, or so many new numbers for the printer.
   * Errors: access.store_forbidden, card.no_numbers, card.too_many_numbers, card.wrong_numbers, card.numbers_not_in_range,
   * card.numbers_taken, card.no_range.
   */
  receive(
    actor: Actor,
    input: ReceiveCardsInput,
    key: string,
  ): Promise<CommandOutcome<{ id: number; quantity: number }>> {
    const { storeId, note = null } = input;
    assertInScope(actor, storeId);
    return this.db.write((tx) =>
      this.commands.once(
        tx,
        { key, name: 'card.receive_stock', actor, request: input },
        async () => {
          const cards = await this.comingIn(tx, storeId, input);
          const document = {
            kind: 'receive' as const,
            fromStoreId: null,
            toStoreId: storeId,
            note,
          };
          return this.write(tx, actor, document, cards);
        },
      ),
    );
  }

  /**
   * Sends cards of one store's stock to another: nobody can hand them out until they are received.
   * Errors: access.store_forbidden, card.same_store, card.no_numbers, card.too_many_numbers, card.wrong_numbers, card.not_in_stock_here.
   */
  send(
    actor: Actor,
    input: SendCardsInput,
    key: string,
  ): Promise<CommandOutcome<{ id: number; quantity: number }>> {
    const { fromStoreId, toStoreId, note = null } = input;
    assertInScope(actor, fromStoreId, 'fromStoreId');
    if (fromStoreId === toStoreId) throw CardError.sameStore();
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'card.send_stock', actor, request: input }, async () => {
        const numbers = chosenNumbers(input);
        const chosen = numbers ? { numbers } : { quantity: input.quantity ?? 0 };
        const cards = await this.repository.lockReady(tx, fromStoreId, chosen);
        const there = new Set(cards.map(({ cardNo }) => cardNo));
        const absent = numbers?.filter((number) => !there.has(number)) ?? [];
        const short = numbers ? absent.length : (input.quantity ?? 0) - cards.length;
        if (short > 0) throw CardError.notInStockHere({ count: short, cardNo: absent[0] ?? '' });
        await this.repository.setState(
          tx,
          cards.map(({ id }) => id),
          'in_transit',
        );
        const document = { kind: 'transfer' as const, fromStoreId, toStoreId, note };
        return this.write(tx, actor, document, cards);
      }),
    );
  }

  /**
   * Takes what arrived of a transfer into the stock; what is missing or damaged is noted and can't be issued.
   * Errors: access.store_forbidden, card.document_not_found, card.already_received, card.not_in_document.
   */
  receiveTransfer(
    actor: Actor,
    id: number,
    input: ReceiveTransferInput,
    key: string,
  ): Promise<CommandOutcome<{ id: number; quantity: number }>> {
    const request = { id, ...input };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'card.receive_transfer', actor, request }, async () => {
        const document = await this.repository.lockDocument(tx, id);
        if (!document || document.kind !== 'transfer') throw CardError.documentNotFound();
        assertInScope(actor, document.toStoreId);
        if (document.status !== 'sent') throw CardError.alreadyReceived();
        const cards = await this.repository.cardsOf(tx, id);
        const missing = pick(cards, input.missing);
        const damaged = pick(cards, input.damaged).filter((card) => !missing.includes(card));
        const arrived = cards.filter((card) => !missing.includes(card) && !damaged.includes(card));
        const { toStoreId } = document;
        await this.settle(tx, id, arrived, 'received', toStoreId);
        await this.settle(tx, id, damaged, 'damaged', toStoreId);
        await this.settle(tx, id, missing, 'missing');
        await this.repository.setReceived(tx, id, actor.staffId, input.note ?? null);
        await this.audit.record(tx, actor, {
          action: 'card.receive_transfer',
          subjectKind: 'card_stock_document',
          subjectId: id,
          after: {
            arrived: arrived.length,
            missing: missing.map(({ cardNo }) => cardNo),
            damaged: damaged.map(({ cardNo }) => cardNo),
          },
          reason: input.note ?? undefined,
          storeId: toStoreId,
        });
        return { id, quantity: arrived.length };
      }),
    );
  }

  /** Cards that were missing or damaged are ready again at a store. Errors: access.store_forbidden, card.not_in_stock_here. */
  found(
    actor: Actor,
    input: FoundCardsInput,
    key: string,
  ): Promise<CommandOutcome<FoundCardsView>> {
    const { storeId, reason } = input;
    assertInScope(actor, storeId);
    const numbers = numbersIn(input.numbers);
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'card.find_stock', actor, request: input }, async () => {
        const cards = await this.repository.lockAstray(tx, numbers);
        const there = new Set(cards.map(({ cardNo }) => cardNo));
        const absent = numbers.filter((number) => !there.has(number));
        if (absent[0]) throw CardError.notInStockHere({ count: absent.length, cardNo: absent[0] });
        const ids = cards.map(({ id }) => id);
        await this.repository.setState(tx, ids, 'ready', storeId);
        await this.audit.record(tx, actor, {
          action: 'card.find_stock',
          subjectKind: 'card_stock',
          subjectId: `store ${storeId}`,
          after: { numbers },
          reason,
          storeId,
        });
        return { cards: ids.length };
      }),
    );
  }

  private async settle(
    tx: Tx,
    documentId: number,
    cards: readonly StockCard[],
    state: 'received' | 'missing' | 'damaged',
    storeId?: number,
  ): Promise<void> {
    const ids = cards.map(({ id }) => id);
    await this.repository.setLines(tx, documentId, ids, state);
    await this.repository.setState(tx, ids, state === 'received' ? 'ready' : state, storeId);
  }

  private async comingIn(tx: Tx, storeId: number, input: ReceiveCardsInput): Promise<StockCard[]> {
    const prefixes = await this.repository.prefixesFor(tx, storeId);
    if (!prefixes.length) throw CardError.noRange();
    const printed = chosenNumbers(input);
    if (!printed) return this.freshCards(tx, storeId, prefixes[0] ?? '', input.quantity ?? 0);
    const wrong = wrongAmong(printed, prefixes);
    if (wrong?.why === 'wrong') throw CardError.wrongNumbers(wrong);
    if (wrong) throw CardError.numbersNotInRange(wrong);
    const taken = await this.repository.taken(tx, printed);
    if (taken[0]) throw CardError.numbersTaken({ count: taken.length, cardNo: taken[0] });
    return this.repository.insertCards(tx, storeId, printed);
  }

  // Numbers that nobody can guess; one that exists already is drawn again.
  private async freshCards(tx: Tx, storeId: number, prefix: string, quantity: number) {
    const cards: StockCard[] = [];
    while (cards.length < quantity) {
      const wanted = new Set<string>();
      while (wanted.size < quantity - cards.length) wanted.add(cardNumber(prefix, randomSecret()));
      cards.push(...(await this.repository.insertCards(tx, storeId, [...wanted])));
    }
    return cards;
  }

  private async write(
    tx: Tx,
    actor: Actor,
    document: {
      kind: 'receive' | 'transfer';
      fromStoreId: number | null;
      toStoreId: number;
      note: string | null;
    },
    cards: readonly StockCard[],
  ): Promise<{ id: number; quantity: number }> {
    const { kind, fromStoreId, toStoreId, note } = document;
    const row = { ...document, staffId: actor.staffId };
    const id = await this.repository.insertDocument(tx, row, cards);
    await this.audit.record(tx, actor, {
      action: kind === 'receive' ? 'card.receive_stock' : 'card.send_stock',
      subjectKind: 'card_stock_document',
      subjectId: id,
      after: { fromStoreId, toStoreId, quantity: cards.length },
      reason: note ?? undefined,
      storeId: fromStoreId ?? toStoreId,
    });
    return { id, quantity: cards.length };
  }
}
