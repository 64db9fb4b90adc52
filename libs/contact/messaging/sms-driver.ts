import { Injectable } from '@nestjs/common';

export interface Sms {
  messageId: number;
  phone: string;
  body: string;
}

/** The gateway said no: the message was certainly not sent. Anything else that goes wrong leaves it unknown. */
export class SmsRefused extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'SmsRefused';
  }
}

/** A way to send short messages. */
export abstract class SmsDriver {
  abstract readonly name: string;
  /** Returns the gateway's own id of the message, if it has one. Errors: SmsRefused. */
  abstract send(sms: Sms): Promise<{ providerId: string | null }>;
}

/** Sends nothing: the message row itself records what would have gone out. */
@Injectable()
export class OutboxSmsDriver extends SmsDriver {
  readonly name = 'outbox';

  send(): Promise<{ providerId: string | null }> {
    return Promise.resolve({ providerId: null });
  }
}
