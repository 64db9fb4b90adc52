import { GRANT_INPUTS, type GrantTerms } from '#chain/grants';
import {
  Cents,
  DateOnly,
  Flag,
  Id,
  ListOfKinds,
  OneOf,
  PageQuery,
  PageView,
  SortBy,
  Text,
  Version,
} from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique } from 'class-validator';
import { RULE_SORTS } from './rule-list.query.js';

/** Terms as they are answered. */
export const GIVES = { type: 'array', items: { $ref: '#/components/schemas/GrantInput' } } as const;

export const RULE_STATES = ['planned', 'running', 'ended'] as const;
export type RuleState = (typeof RULE_STATES)[number];

/** The terms of a rule. Without a level or store it is for all of them; without a last day it stays. */
export class TopUpRuleInput {
  @Text({ max: 60 }) name!: string;
  @Id({ optional: true }) levelId?: number | null;
  @Id({ optional: true }) storeId?: number | null;
  @DateOnly() startsOn!: string;
  /** The last day. */
  @DateOnly({ optional: true }) endsOn?: string | null;
  @Cents({ min: 1_00 }) payCents!: number;
  /** What is given, each kind once: its fields are those of its kind. */
  @ListOfKinds(GRANT_INPUTS, { min: 0, max: 20 })
  @ArrayUnique((each: GrantTerms | null) => each?.kind)
  gives!: readonly GrantTerms[];
  /** For each full multiple of what is paid, not once. */
  @Flag() perMultiple!: boolean;
  /** Raises the member to this level, never lowers. */
  @Id({ optional: true }) grantsLevelId?: number | null;
}

export class EditRuleInput extends TopUpRuleInput {
  @Version() version!: number;
}

export class EndRuleInput {
  @Version() version!: number;
  /** The last day it is given; left out: it ends now. */
  @DateOnly({ optional: true }) lastDay?: string | null;
}

export class RuleRef {
  @Id() id!: number;
}

export class RuleQuery extends PageQuery {
  @OneOf(RULE_STATES, { optional: true }) state?: RuleState;
  @Id({ optional: true }) levelId?: number;
  @Id({ optional: true }) storeId?: number;
  @SortBy(RULE_SORTS) sort?: string;
}

export class OverlapView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  /** Of the two, the one a member gets where both are in force. */
  @ApiProperty() wins!: boolean;
}

export class TopUpRuleView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'integer', nullable: true }) levelId!: number | null;
  @ApiProperty({ type: 'string', nullable: true }) levelName!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) storeId!: number | null;
  @ApiProperty({ type: 'string', nullable: true }) storeName!: string | null;
  @ApiProperty({ format: 'date' }) startsOn!: string;
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) endsOn!: string | null;
  @ApiProperty({ type: 'integer' }) payCents!: number;
  @ApiProperty(GIVES) gives!: readonly GrantTerms[];
  @ApiProperty() perMultiple!: boolean;
  @ApiProperty({ type: 'integer', nullable: true }) grantsLevelId!: number | null;
  @ApiProperty({ type: 'string', nullable: true }) grantsLevelName!: string | null;
  @ApiProperty() active!: boolean;
  @ApiProperty({ enum: RULE_STATES }) state!: RuleState;
  /** Top-ups by any version of it, taken-back ones left out. */
  @ApiProperty({ type: 'integer' }) usedTimes!: number;
  @ApiProperty({ type: 'string', nullable: true }) madeByName!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time' }) madeAt!: Date;
  /** Other rules in force at the same time for the same amount: members get one of them. */
  @ApiProperty({ type: [OverlapView] }) overlaps!: OverlapView[];
}

export class TopUpRulePage extends PageView(TopUpRuleView) {}

export class RuleSavedView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: [OverlapView] }) overlaps!: OverlapView[];
}
