import type { FileLanguage } from '#kernel/lists';
import type { Books, GivenBack, House } from '#ledger';
import type { Settings } from '#chain/settings';

/** Which of the four figures of a sale something pays: stored value, money, or what is neither (points, vouchers). */
export type Figure = 'principal' | 'bonus' | 'received' | 'other';

/** A part of what a tender pays, as rows of `sale_component` name it; the last pieces of cents go to the earlier ones (R3). */
export interface Component {
  component: string;
  figure: Figure;
}

/** A tender as the request names it. */
export interface OfferedTender {
  /** Its place in the request, from 0: an error names its field, `tenders.2.units`. */
  at: number;
  tender: string;
  /** What it pays of the sale. */
  amountCents: number;
  /** How much of its own unit that is; null: it has none but money. */
  units: number | null;
  reference: string | null;
}

/** Who buys. */
export interface TenderBuyer {
  memberId: number;
  /** Of the card that was shown: it may be somebody else's. */
  walletId: number;
  /** Past the last day of the card: no benefit is used. */
  benefitsRest?: boolean;
}

/** The sale that is paid, as a tender sees it. */
export interface PaidSale<Terms = unknown> {
  storeId: number;
  dueCents: number;
  /** null: a guest. */
  buyer: TenderBuyer | null;
  terms: Terms;
}

/** What a tender paid of a sale, as a message tells it. */
export interface ToldTender {
  cents: number;
  units: number | null;
}

/** What is left after a sale: of the wallet's owner, and of the buyer. */
export interface LeftAfter {
  walletCents: number;
  points: number;
}

export interface TenderPlan {
  paid: readonly (Component & { cents: number })[];
  /** Columns of the sale that this kind alone fills. */
  kept?: Readonly<Record<string, unknown>>;
}

/** What goes back by a tender, or by a part of one. */
export interface ReturnedComponent extends Component {
  tender: string;
  cents: number;
  units: number | null;
}

/** Where something comes back, and the store that had sold it. */
export interface ReturnedSale {
  storeId: number;
  soldByStoreId: number;
  graceDays: number;
  /** The income that is taken back: debited with all that goes back. */
  sales: House;
}

/** The parameters of the first statement, as a fragment writes them. */
export interface TenderParams {
  store: string;
  businessDate: string;
  /** What `asked` gave. */
  asked: string;
}

/**
 * A kind of tender: what pays a sale. The sale takes its fragment into its first statement and its rows into the second one;
 * the return gives back what it had paid. Neither knows a kind by name.
 */
export interface TenderKind<Facts = unknown, Terms = unknown> {
  kind: string;
  /** Its code in the request, in `sale_tender` and on papers; null: every code that no other kind has. */
  code: string | null;
  /** What it is called; null: each of its tenders has a name of its own. */
  words: Readonly<Record<FileLanguage, string>> | null;
  /** Its place where parts of a sale stand in order (R3): what is no money comes before money. */
  order: number;
  /** What it counts beside cents: `points`, which are the buyer's, or what else it is; null: it is money or stored value. */
  unit: string | null;
  /** Whose value leaves, so whose PIN is asked for: that of the wallet's owner, or of the buyer; null: nobody's. */
  proof: 'wallet' | 'buyer' | null;
  /** What a message to whoever `proof` names says of it, in the language of the chain; null: nobody is told. */
  message: ((paid: ToldTender, after: LeftAfter) => string) | null;
  /** Whether more may be handed over than it pays. */
  givesChange(code: string): boolean;
  /** What it is made of; together they are what it pays. */
  components(code: string): readonly Component[];
  /** What of the settings it decides by. */
  terms(settings: Settings): Promise<Terms>;
  /** null: it touches only the wallet and the points of the buyer, which every sale has locked. */
  facts: {
    /** One value out of all tenders of this kind, for the fragment. */
    asked(tenders: readonly OfferedTender[]): unknown;
    /**
     * A query with the columns `facts` (json) and `account` (jsonb, as ledger.lock_and_read takes it), each of which may be
     * null: what `judge` hears, and all accounts that `plan` may touch. It can read `buyer`, and locks nothing itself.
     */
    sql(params: TenderParams): string;
  } | null;
  /** Refuses what is not taken, each at its field. */
  judge(tenders: readonly OfferedTender[], facts: readonly Facts[], sale: PaidSale<Terms>): void;
  /** Moves what pays, against the income of the store. */
  plan(books: Books, tenders: readonly OfferedTender[], sale: PaidSale<Terms>): TenderPlan;
  /** Moves back what `plan` moved, for these parts of it. Returns what went into lots again. */
  giveBack(
    books: Books,
    parts: readonly ReturnedComponent[],
    sale: ReturnedSale,
  ): readonly (GivenBack & { component: string })[];
}
