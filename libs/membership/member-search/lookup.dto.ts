import { Text } from '#kernel';
import { MemberCandidate } from '#membership/members';
import { ApiProperty } from '@nestjs/swagger';

export class LookupQuery {
  @Text({ max: 60 }) q!: string;
}

export class CardHitView {
  @ApiProperty() cardNo!: string;
  @ApiProperty() status!: string;
}

/** 'exact' only for a unique full card number or phone; everything else gives candidates. */
export class LookupView {
  @ApiProperty({ enum: ['exact', 'candidates', 'none'] }) match!: 'exact' | 'candidates' | 'none';
  @ApiProperty({ enum: ['card', 'phone'], required: false }) by?: 'card' | 'phone';
  @ApiProperty({ type: CardHitView, required: false }) card?: CardHitView;
  @ApiProperty({ type: [MemberCandidate] }) members!: MemberCandidate[];
}
