import { Injectable } from '@nestjs/common';
import { assertInScope, Db, type Actor, type Page, type PageQuery } from '#kernel';
import type { MessageQuery, MessageView } from './message.dto.js';
import { MessagesRepository } from './messages.repository.js';

@Injectable()
export class MessagesService {
  constructor(
    private readonly db: Db,
    private readonly repository: MessagesRepository,
  ) {}

  /** Errors: access.store_forbidden. */
  list(actor: Actor, query: MessageQuery): Promise<Page<MessageView>> {
    if (query.storeId) assertInScope(actor, query.storeId);
    return this.db.read((sql) =>
      this.repository.list(sql, query, query.storeId ? [query.storeId] : actor.storeIds),
    );
  }

  /** What one member got, from any store. */
  ofMember(memberId: number, query: PageQuery): Promise<Page<MessageView>> {
    return this.db.read((sql) => this.repository.ofMember(sql, memberId, query));
  }
}
