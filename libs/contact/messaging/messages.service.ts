import { Injectable } from '@nestjs/common';
import { Db, maskPhone, storesOf, type Actor, type Page, type PlainPageQuery } from '#kernel';
import type { MessagePage, MessageQuery, MessageTotals, MessageView } from './message.dto.js';
import { messageList } from './message-list.report.js';
import { type MessageRecord, MessagesRepository } from './messages.repository.js';

@Injectable()
export class MessagesService {
  constructor(
    private readonly db: Db,
    private readonly repository: MessagesRepository,
  ) {}

  /** Errors: access.store_forbidden. */
  async list(actor: Actor, query: MessageQuery): Promise<MessagePage> {
    const { q, from, to, kind, status, campaignId } = query;
    const period = { from, to };
    const filters = { q, period, messageKind: kind, messageStatus: status, campaign: campaignId };
    const storeIds = storesOf(actor, query.storeId);
    return masked(
      await this.db.read((snapshot) =>
        messageList.page<MessageRecord, MessageTotals>(snapshot, filters, { storeIds }, query),
      ),
    );
  }

  /** What one member got, from any store. */
  async ofMember(memberId: number, query: PlainPageQuery): Promise<Page<MessageView>> {
    return masked(
      await this.db.read((snapshot) => this.repository.ofMember(snapshot, memberId, query)),
    );
  }
}

function masked<P extends Page<MessageRecord>>({ rows, ...page }: P) {
  return {
    ...page,
    rows: rows.map(({ phone, ...row }) => ({ ...row, phoneMasked: maskPhone(phone) })),
  };
}
