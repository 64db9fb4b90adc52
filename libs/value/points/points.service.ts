import { Settings } from '#chain/settings';
import { Injectable } from '@nestjs/common';
import { pointsTerms, type PointsSettings, type PointsTerms } from './points-terms.rules.js';

export const pointsExpiry = async (settings: Settings): Promise<PointsSettings> => ({
  expiry: await settings.get('points.expiry'),
  expiryYears: await settings.get('points.expiry_years'),
  expiryDays: await settings.get('points.expiry_days'),
});

/** How points live. Read it before a transaction begins: settings have a connection of their own. */
@Injectable()
export class PointsService {
  constructor(private readonly settings: Settings) {}

  /** For points earned by paying. */
  async earnedPointsTerms(businessDate: string): Promise<PointsTerms> {
    return pointsTerms(businessDate, await pointsExpiry(this.settings), 'earned');
  }

  /** For points given by hand. */
  async giftPointsTerms(businessDate: string): Promise<PointsTerms> {
    return pointsTerms(businessDate, await pointsExpiry(this.settings), 'gift');
  }
}
