import { Settings } from '#chain/settings';
import { Injectable } from '@nestjs/common';
import { pointsTerms, type PointsSettings, type PointsTerms } from './points-terms.rules.js';

/** How points live. Read it before a transaction begins: settings have a connection of their own. */
@Injectable()
export class PointsService {
  constructor(private readonly settings: Settings) {}

  /** For points earned by paying. */
  async earnedPointsTerms(businessDate: string): Promise<PointsTerms> {
    return pointsTerms(businessDate, await this.expiry(), 'earned');
  }

  /** For points given by a rule, a birthday or by hand. */
  async giftPointsTerms(businessDate: string): Promise<PointsTerms> {
    return pointsTerms(businessDate, await this.expiry(), 'gift');
  }

  private async expiry(): Promise<PointsSettings> {
    return {
      expiry: await this.settings.get('points.expiry'),
      expiryYears: await this.settings.get('points.expiry_years'),
      expiryDays: await this.settings.get('points.expiry_days'),
    };
  }
}
