// This file is made by scripts/openapi.mjs.
import type {
  CommandsCloseData,
  CommandsCloseResponses,
  SettingsListData,
  SettingsListResponses,
  SettingsSetData,
  SettingsSetResponses,
  StoresListData,
  StoresListResponses,
  StoresUpdateData,
  StoresUpdateResponses,
  TendersListData,
  TendersListResponses,
  TendersCreateData,
  TendersCreateResponses,
  TendersEditData,
  TendersEditResponses,
  SessionsSignInData,
  SessionsSignInResponses,
  SessionsWhoData,
  SessionsWhoResponses,
  SessionsSignOutData,
  SessionsSignOutResponses,
  SessionsChooseTillData,
  SessionsChooseTillResponses,
  SessionsLockData,
  SessionsLockResponses,
  SessionsUnlockData,
  SessionsUnlockResponses,
  SessionsChangePasswordData,
  SessionsChangePasswordResponses,
  StaffListData,
  StaffListResponses,
  StaffRolesData,
  StaffRolesResponses,
  PublicInfoInfoData,
  PublicInfoInfoResponses,
  AuditListData,
  AuditListResponses,
  JobsListData,
  JobsListResponses,
  JobsQueuesData,
  JobsQueuesResponses,
  JobsSendAgainData,
  JobsSendAgainResponses,
  BooksVerifyData,
  BooksVerifyResponses,
  BooksLatestData,
  BooksLatestResponses,
  ApprovalsAskData,
  ApprovalsAskResponses,
  ApprovalsListData,
  ApprovalsListResponses,
  ApprovalsWaitingData,
  ApprovalsWaitingResponses,
  ApprovalsViewData,
  ApprovalsViewResponses,
  ApprovalsDecideData,
  ApprovalsDecideResponses,
  ApprovalsCancelData,
  ApprovalsCancelResponses,
  StaffPinViewData,
  StaffPinViewResponses,
  StaffPinSetData,
  StaffPinSetResponses,
  ListViewsStateData,
  ListViewsStateResponses,
  ListViewsCreateData,
  ListViewsCreateResponses,
  ListViewsSetLayoutData,
  ListViewsSetLayoutResponses,
  ListViewsResetLayoutData,
  ListViewsResetLayoutResponses,
  ListViewsChangeData,
  ListViewsChangeResponses,
  ListViewsRemoveData,
  ListViewsRemoveResponses,
  ImportsPageData,
  ImportsPageResponses,
  ImportsUploadData,
  ImportsUploadResponses,
  ImportsTemplateData,
  ImportsTemplateResponses,
  ImportsGetData,
  ImportsGetResponses,
  ImportsWrongRowsData,
  ImportsWrongRowsResponses,
  ImportsErrorFileData,
  ImportsErrorFileResponses,
  ImportsCancelData,
  ImportsCancelResponses,
  LevelsListData,
  LevelsListResponses,
  LevelsCountedData,
  LevelsCountedResponses,
  LevelsEditData,
  LevelsEditResponses,
  MemberRecordDuplicatesData,
  MemberRecordDuplicatesResponses,
  MemberRecordPhotoData,
  MemberRecordPhotoResponses,
  MemberRecordReplacePhotoData,
  MemberRecordReplacePhotoResponses,
  MemberRecordRemovePhotoData,
  MemberRecordRemovePhotoResponses,
  MemberRecordMarkStaffData,
  MemberRecordMarkStaffResponses,
  MemberRecordConsentsData,
  MemberRecordConsentsResponses,
  MemberRecordContactsOfData,
  MemberRecordContactsOfResponses,
  MemberRecordAddContactData,
  MemberRecordAddContactResponses,
  MemberRecordFollowUpData,
  MemberRecordFollowUpResponses,
  MemberRecordIdentityData,
  MemberRecordIdentityResponses,
  MemberRecordRegisterIdentityData,
  MemberRecordRegisterIdentityResponses,
  MemberRecordIdentityNumberData,
  MemberRecordIdentityNumberResponses,
  MemberSetupFieldsData,
  MemberSetupFieldsResponses,
  MemberSetupAddFieldData,
  MemberSetupAddFieldResponses,
  MemberSetupChangeFieldData,
  MemberSetupChangeFieldResponses,
  MemberSetupTagsData,
  MemberSetupTagsResponses,
  MemberSetupAddTagData,
  MemberSetupAddTagResponses,
  MemberSetupChangeTagData,
  MemberSetupChangeTagResponses,
  MemberSetupRemoveTagData,
  MemberSetupRemoveTagResponses,
  MembersPhoneData,
  MembersPhoneResponses,
  MembersEditData,
  MembersEditResponses,
  MemberPageShowData,
  MemberPageShowResponses,
  LevelChangesSetData,
  LevelChangesSetResponses,
  LevelChangesHistoryData,
  LevelChangesHistoryResponses,
  PinsStateData,
  PinsStateResponses,
  PinsSetData,
  PinsSetResponses,
  PinsChangeData,
  PinsChangeResponses,
  PinsResetData,
  PinsResetResponses,
  PinsUnlockData,
  PinsUnlockResponses,
  TimelineActivityData,
  TimelineActivityResponses,
  CardsPageData,
  CardsPageResponses,
  CardsNextNumberData,
  CardsNextNumberResponses,
  CardsShowData,
  CardsShowResponses,
  CardsVirtualCodeData,
  CardsVirtualCodeResponses,
  CardsSlipData,
  CardsSlipResponses,
  CardActsReportLostData,
  CardActsReportLostResponses,
  CardActsUnfreezeData,
  CardActsUnfreezeResponses,
  CardActsReplaceData,
  CardActsReplaceResponses,
  CardActsCountManyData,
  CardActsCountManyResponses,
  CardActsExtendManyData,
  CardActsExtendManyResponses,
  CardActsExtendData,
  CardActsExtendResponses,
  FamilyCardsSetLimitData,
  FamilyCardsSetLimitResponses,
  FamilyCardsUnbindData,
  FamilyCardsUnbindResponses,
  CardRangesListData,
  CardRangesListResponses,
  CardRangesCreateData,
  CardRangesCreateResponses,
  CardRangesEditData,
  CardRangesEditResponses,
  CardStockPlacesData,
  CardStockPlacesResponses,
  CardStockStockData,
  CardStockStockResponses,
  CardStockDocumentsData,
  CardStockDocumentsResponses,
  CardStockDocumentData,
  CardStockDocumentResponses,
  CardStockReceiveData,
  CardStockReceiveResponses,
  CardStockSendData,
  CardStockSendResponses,
  CardStockReceiveTransferData,
  CardStockReceiveTransferResponses,
  CardStockFoundData,
  CardStockFoundResponses,
  MemberSearchPageData,
  MemberSearchPageResponses,
  JoiningJoinData,
  JoiningJoinResponses,
  MemberSearchTagData,
  MemberSearchTagResponses,
  MemberSearchLookupData,
  MemberSearchLookupResponses,
  MergingPreviewData,
  MergingPreviewResponses,
  MergingMergeData,
  MergingMergeResponses,
  MergingStandingData,
  MergingStandingResponses,
  MergingEraseData,
  MergingEraseResponses,
  CatalogueCategoriesData,
  CatalogueCategoriesResponses,
  CatalogueAddCategoryData,
  CatalogueAddCategoryResponses,
  CatalogueProductsData,
  CatalogueProductsResponses,
  CatalogueCreateData,
  CatalogueCreateResponses,
  CatalogueLookupData,
  CatalogueLookupResponses,
  CatalogueProductData,
  CatalogueProductResponses,
  CatalogueEditData,
  CatalogueEditResponses,
  CatalogueSetStorePriceData,
  CatalogueSetStorePriceResponses,
  StockOnHandData,
  StockOnHandResponses,
  StockOpenData,
  StockOpenResponses,
  WalletsShowData,
  WalletsShowResponses,
  TopUpsOffersData,
  TopUpsOffersResponses,
  TopUpsTopUpData,
  TopUpsTopUpResponses,
  TopUpsListData,
  TopUpsListResponses,
  TopUpsSlipData,
  TopUpsSlipResponses,
  TopUpsPrintData,
  TopUpsPrintResponses,
  TopUpsReverseData,
  TopUpsReverseResponses,
  TopUpRulesListData,
  TopUpRulesListResponses,
  TopUpRulesCreateData,
  TopUpRulesCreateResponses,
  TopUpRulesVersionsData,
  TopUpRulesVersionsResponses,
  TopUpRulesEditData,
  TopUpRulesEditResponses,
  TopUpRulesEndData,
  TopUpRulesEndResponses,
  StatementsListData,
  StatementsListResponses,
  StatementsMakeData,
  StatementsMakeResponses,
  StatementsShowData,
  StatementsShowResponses,
  StatementsVerifyData,
  StatementsVerifyResponses,
  PayoutsPreviewWithdrawalData,
  PayoutsPreviewWithdrawalResponses,
  PayoutsWithdrawData,
  PayoutsWithdrawResponses,
  PayoutsPreviewTransferData,
  PayoutsPreviewTransferResponses,
  PayoutsTransferData,
  PayoutsTransferResponses,
  PayoutsPreviewRefundData,
  PayoutsPreviewRefundResponses,
  PayoutsRefundData,
  PayoutsRefundResponses,
  PayoutsPreviewClosingData,
  PayoutsPreviewClosingResponses,
  PayoutsCloseData,
  PayoutsCloseResponses,
  PayoutsPageData,
  PayoutsPageResponses,
  PayoutsShowData,
  PayoutsShowResponses,
  PayoutsPrintData,
  PayoutsPrintResponses,
  PayoutsReverseData,
  PayoutsReverseResponses,
  AdjustmentsAdjustWalletData,
  AdjustmentsAdjustWalletResponses,
  AdjustmentsAdjustPointsData,
  AdjustmentsAdjustPointsResponses,
  AdjustmentsPageData,
  AdjustmentsPageResponses,
  AdjustmentsShowData,
  AdjustmentsShowResponses,
  MemberChangesChangesData,
  MemberChangesChangesResponses,
  MemberImportMapData,
  MemberImportMapResponses,
  MemberImportCommitData,
  MemberImportCommitResponses,
  JoiningIssueCardData,
  JoiningIssueCardResponses,
  SalesSellData,
  SalesSellResponses,
  SalesListData,
  SalesListResponses,
  SalesDetailData,
  SalesDetailResponses,
  SalesPrintData,
  SalesPrintResponses,
  SalesVoidData,
  SalesVoidResponses,
  OpenSaleOpenData,
  OpenSaleOpenResponses,
  OpenSaleCloseData,
  OpenSaleCloseResponses,
  FavouritesOfTillData,
  FavouritesOfTillResponses,
  ReturnsOfSaleData,
  ReturnsOfSaleResponses,
  ReturnsTakeData,
  ReturnsTakeResponses,
  ReturnsPreviewData,
  ReturnsPreviewResponses,
  ReturnSlipsPrintData,
  ReturnSlipsPrintResponses,
  MessagesListData,
  MessagesListResponses,
  MessagesOfMemberData,
  MessagesOfMemberResponses,
  TemplatesListData,
  TemplatesListResponses,
  TemplatesCreateData,
  TemplatesCreateResponses,
  TemplatesPreviewData,
  TemplatesPreviewResponses,
  TemplatesEditData,
  TemplatesEditResponses,
  TemplatesRemoveData,
  TemplatesRemoveResponses,
  SegmentsListData,
  SegmentsListResponses,
  SegmentsCreateData,
  SegmentsCreateResponses,
  SegmentsOptionsData,
  SegmentsOptionsResponses,
  SegmentsPreviewData,
  SegmentsPreviewResponses,
  SegmentsGetData,
  SegmentsGetResponses,
  SegmentsEditData,
  SegmentsEditResponses,
  SegmentsRemoveData,
  SegmentsRemoveResponses,
  SegmentsCountData,
  SegmentsCountResponses,
  SegmentsMembersData,
  SegmentsMembersResponses,
  CampaignsListData,
  CampaignsListResponses,
  CampaignsCreateData,
  CampaignsCreateResponses,
  CampaignsPreviewData,
  CampaignsPreviewResponses,
  CampaignsGetData,
  CampaignsGetResponses,
  CampaignsPauseData,
  CampaignsPauseResponses,
  CampaignsResumeData,
  CampaignsResumeResponses,
  CampaignsCancelData,
  CampaignsCancelResponses,
  CampaignsRetryData,
  CampaignsRetryResponses,
  OverviewShowData,
  OverviewShowResponses,
  ReportsListData,
  ReportsListResponses,
  ReportsRowsData,
  ReportsRowsResponses,
  ReportsDetailData,
  ReportsDetailResponses,
  ExportsAskData,
  ExportsAskResponses,
  ExportsListData,
  ExportsListResponses,
  ExportsGetData,
  ExportsGetResponses,
  ExportsRemoveData,
  ExportsRemoveResponses,
  ExportsFileData,
  ExportsFileResponses,
} from './types.gen.js';

/** Every route, by its method: the pieces of its path below /api/v1, what is sent, and the answers by status. */
export interface Routes {
  POST:
    | { path: ['commands', string, 'closing']; data: CommandsCloseData; answers: CommandsCloseResponses }
    | { path: ['tenders']; data: TendersCreateData; answers: TendersCreateResponses }
    | { path: ['session']; data: SessionsSignInData; answers: SessionsSignInResponses }
    | { path: ['session', 'unlock']; data: SessionsUnlockData; answers: SessionsUnlockResponses }
    | { path: ['jobs', 'sent-again']; data: JobsSendAgainData; answers: JobsSendAgainResponses }
    | { path: ['books', 'verifications']; data: BooksVerifyData; answers: BooksVerifyResponses }
    | { path: ['approvals']; data: ApprovalsAskData; answers: ApprovalsAskResponses }
    | { path: ['approvals', `${number}`, 'decision']; data: ApprovalsDecideData; answers: ApprovalsDecideResponses }
    | { path: ['approvals', `${number}`, 'cancellation']; data: ApprovalsCancelData; answers: ApprovalsCancelResponses }
    | { path: ['list-views']; data: ListViewsCreateData; answers: ListViewsCreateResponses }
    | { path: ['imports']; data: ImportsUploadData; answers: ImportsUploadResponses }
    | { path: ['imports', `${number}`, 'cancellation']; data: ImportsCancelData; answers: ImportsCancelResponses }
    | { path: ['members', `${number}`, 'contacts']; data: MemberRecordAddContactData; answers: MemberRecordAddContactResponses }
    | { path: ['members', `${number}`, 'contacts', `${number}`, 'followed-up']; data: MemberRecordFollowUpData; answers: MemberRecordFollowUpResponses }
    | { path: ['member-fields']; data: MemberSetupAddFieldData; answers: MemberSetupAddFieldResponses }
    | { path: ['tags']; data: MemberSetupAddTagData; answers: MemberSetupAddTagResponses }
    | { path: ['members', `${number}`, 'level']; data: LevelChangesSetData; answers: LevelChangesSetResponses }
    | { path: ['members', `${number}`, 'pin']; data: PinsSetData; answers: PinsSetResponses }
    | { path: ['members', `${number}`, 'pin', 'reset']; data: PinsResetData; answers: PinsResetResponses }
    | { path: ['members', `${number}`, 'pin', 'unlock']; data: PinsUnlockData; answers: PinsUnlockResponses }
    | { path: ['cards', string, 'lost']; data: CardActsReportLostData; answers: CardActsReportLostResponses }
    | { path: ['cards', string, 'unfreeze']; data: CardActsUnfreezeData; answers: CardActsUnfreezeResponses }
    | { path: ['cards', string, 'replacement']; data: CardActsReplaceData; answers: CardActsReplaceResponses }
    | { path: ['cards', 'extensions', 'preview']; data: CardActsCountManyData; answers: CardActsCountManyResponses }
    | { path: ['cards', 'extensions']; data: CardActsExtendManyData; answers: CardActsExtendManyResponses }
    | { path: ['cards', string, 'extension']; data: CardActsExtendData; answers: CardActsExtendResponses }
    | { path: ['cards', string, 'day-limit']; data: FamilyCardsSetLimitData; answers: FamilyCardsSetLimitResponses }
    | { path: ['cards', string, 'unbinding']; data: FamilyCardsUnbindData; answers: FamilyCardsUnbindResponses }
    | { path: ['card-ranges']; data: CardRangesCreateData; answers: CardRangesCreateResponses }
    | { path: ['card-stock', 'receipts']; data: CardStockReceiveData; answers: CardStockReceiveResponses }
    | { path: ['card-stock', 'transfers']; data: CardStockSendData; answers: CardStockSendResponses }
    | { path: ['card-stock', 'transfers', `${number}`, 'receipt']; data: CardStockReceiveTransferData; answers: CardStockReceiveTransferResponses }
    | { path: ['card-stock', 'found']; data: CardStockFoundData; answers: CardStockFoundResponses }
    | { path: ['members']; data: JoiningJoinData; answers: JoiningJoinResponses }
    | { path: ['members', 'tags']; data: MemberSearchTagData; answers: MemberSearchTagResponses }
    | { path: ['members', `${number}`, 'merge']; data: MergingMergeData; answers: MergingMergeResponses }
    | { path: ['members', `${number}`, 'erasing']; data: MergingEraseData; answers: MergingEraseResponses }
    | { path: ['categories']; data: CatalogueAddCategoryData; answers: CatalogueAddCategoryResponses }
    | { path: ['products']; data: CatalogueCreateData; answers: CatalogueCreateResponses }
    | { path: ['stock', 'openings']; data: StockOpenData; answers: StockOpenResponses }
    | { path: ['members', `${number}`, 'top-ups']; data: TopUpsTopUpData; answers: TopUpsTopUpResponses }
    | { path: ['top-ups', `${number}`, 'prints']; data: TopUpsPrintData; answers: TopUpsPrintResponses }
    | { path: ['top-ups', `${number}`, 'reversal']; data: TopUpsReverseData; answers: TopUpsReverseResponses }
    | { path: ['top-up-rules']; data: TopUpRulesCreateData; answers: TopUpRulesCreateResponses }
    | { path: ['top-up-rules', `${number}`, 'end']; data: TopUpRulesEndData; answers: TopUpRulesEndResponses }
    | { path: ['members', `${number}`, 'statements']; data: StatementsMakeData; answers: StatementsMakeResponses }
    | { path: ['members', `${number}`, 'withdrawals']; data: PayoutsWithdrawData; answers: PayoutsWithdrawResponses }
    | { path: ['members', `${number}`, 'transfers']; data: PayoutsTransferData; answers: PayoutsTransferResponses }
    | { path: ['members', `${number}`, 'wallet-refunds']; data: PayoutsRefundData; answers: PayoutsRefundResponses }
    | { path: ['cards', string, 'closing']; data: PayoutsCloseData; answers: PayoutsCloseResponses }
    | { path: ['payouts', `${number}`, 'prints']; data: PayoutsPrintData; answers: PayoutsPrintResponses }
    | { path: ['payouts', `${number}`, 'reversal']; data: PayoutsReverseData; answers: PayoutsReverseResponses }
    | { path: ['members', `${number}`, 'wallet-adjustments']; data: AdjustmentsAdjustWalletData; answers: AdjustmentsAdjustWalletResponses }
    | { path: ['members', `${number}`, 'points-adjustments']; data: AdjustmentsAdjustPointsData; answers: AdjustmentsAdjustPointsResponses }
    | { path: ['imports', `${number}`, 'commit']; data: MemberImportCommitData; answers: MemberImportCommitResponses }
    | { path: ['members', `${number}`, 'cards']; data: JoiningIssueCardData; answers: JoiningIssueCardResponses }
    | { path: ['sales']; data: SalesSellData; answers: SalesSellResponses }
    | { path: ['sales', `${number}`, 'prints']; data: SalesPrintData; answers: SalesPrintResponses }
    | { path: ['sales', `${number}`, 'void']; data: SalesVoidData; answers: SalesVoidResponses }
    | { path: ['sales', `${number}`, 'returns']; data: ReturnsTakeData; answers: ReturnsTakeResponses }
    | { path: ['returns', `${number}`, 'prints']; data: ReturnSlipsPrintData; answers: ReturnSlipsPrintResponses }
    | { path: ['message-templates']; data: TemplatesCreateData; answers: TemplatesCreateResponses }
    | { path: ['message-templates', 'preview']; data: TemplatesPreviewData; answers: TemplatesPreviewResponses }
    | { path: ['segments']; data: SegmentsCreateData; answers: SegmentsCreateResponses }
    | { path: ['segments', 'preview']; data: SegmentsPreviewData; answers: SegmentsPreviewResponses }
    | { path: ['campaigns']; data: CampaignsCreateData; answers: CampaignsCreateResponses }
    | { path: ['campaigns', 'preview']; data: CampaignsPreviewData; answers: CampaignsPreviewResponses }
    | { path: ['campaigns', `${number}`, 'pause']; data: CampaignsPauseData; answers: CampaignsPauseResponses }
    | { path: ['campaigns', `${number}`, 'resume']; data: CampaignsResumeData; answers: CampaignsResumeResponses }
    | { path: ['campaigns', `${number}`, 'cancel']; data: CampaignsCancelData; answers: CampaignsCancelResponses }
    | { path: ['campaigns', `${number}`, 'retry']; data: CampaignsRetryData; answers: CampaignsRetryResponses }
    | { path: ['reports', string, 'exports']; data: ExportsAskData; answers: ExportsAskResponses };
  GET:
    | { path: ['settings']; data: SettingsListData; answers: SettingsListResponses }
    | { path: ['stores']; data: StoresListData; answers: StoresListResponses }
    | { path: ['tenders']; data: TendersListData; answers: TendersListResponses }
    | { path: ['session']; data: SessionsWhoData; answers: SessionsWhoResponses }
    | { path: ['staff']; data: StaffListData; answers: StaffListResponses }
    | { path: ['roles']; data: StaffRolesData; answers: StaffRolesResponses }
    | { path: ['public', 'info']; data: PublicInfoInfoData; answers: PublicInfoInfoResponses }
    | { path: ['audit']; data: AuditListData; answers: AuditListResponses }
    | { path: ['jobs']; data: JobsListData; answers: JobsListResponses }
    | { path: ['jobs', 'queues']; data: JobsQueuesData; answers: JobsQueuesResponses }
    | { path: ['books', 'verifications', 'latest']; data: BooksLatestData; answers: BooksLatestResponses }
    | { path: ['approvals']; data: ApprovalsListData; answers: ApprovalsListResponses }
    | { path: ['approvals', 'waiting']; data: ApprovalsWaitingData; answers: ApprovalsWaitingResponses }
    | { path: ['approvals', `${number}`]; data: ApprovalsViewData; answers: ApprovalsViewResponses }
    | { path: ['session', 'pin']; data: StaffPinViewData; answers: StaffPinViewResponses }
    | { path: ['list-views']; data: ListViewsStateData; answers: ListViewsStateResponses }
    | { path: ['imports']; data: ImportsPageData; answers: ImportsPageResponses }
    | { path: ['imports', 'template']; data: ImportsTemplateData; answers: ImportsTemplateResponses }
    | { path: ['imports', `${number}`]; data: ImportsGetData; answers: ImportsGetResponses }
    | { path: ['imports', `${number}`, 'wrong-rows']; data: ImportsWrongRowsData; answers: ImportsWrongRowsResponses }
    | { path: ['imports', `${number}`, 'error-file']; data: ImportsErrorFileData; answers: ImportsErrorFileResponses }
    | { path: ['levels']; data: LevelsListData; answers: LevelsListResponses }
    | { path: ['levels', 'counted']; data: LevelsCountedData; answers: LevelsCountedResponses }
    | { path: ['members', 'duplicates']; data: MemberRecordDuplicatesData; answers: MemberRecordDuplicatesResponses }
    | { path: ['members', `${number}`, 'photo']; data: MemberRecordPhotoData; answers: MemberRecordPhotoResponses }
    | { path: ['members', `${number}`, 'consents']; data: MemberRecordConsentsData; answers: MemberRecordConsentsResponses }
    | { path: ['members', `${number}`, 'contacts']; data: MemberRecordContactsOfData; answers: MemberRecordContactsOfResponses }
    | { path: ['members', `${number}`, 'identity']; data: MemberRecordIdentityData; answers: MemberRecordIdentityResponses }
    | { path: ['members', `${number}`, 'identity', 'number']; data: MemberRecordIdentityNumberData; answers: MemberRecordIdentityNumberResponses }
    | { path: ['member-fields']; data: MemberSetupFieldsData; answers: MemberSetupFieldsResponses }
    | { path: ['tags']; data: MemberSetupTagsData; answers: MemberSetupTagsResponses }
    | { path: ['members', `${number}`, 'phone']; data: MembersPhoneData; answers: MembersPhoneResponses }
    | { path: ['members', `${number}`]; data: MemberPageShowData; answers: MemberPageShowResponses }
    | { path: ['members', `${number}`, 'level-changes']; data: LevelChangesHistoryData; answers: LevelChangesHistoryResponses }
    | { path: ['members', `${number}`, 'pin']; data: PinsStateData; answers: PinsStateResponses }
    | { path: ['members', `${number}`, 'activity']; data: TimelineActivityData; answers: TimelineActivityResponses }
    | { path: ['cards']; data: CardsPageData; answers: CardsPageResponses }
    | { path: ['cards', 'next-number']; data: CardsNextNumberData; answers: CardsNextNumberResponses }
    | { path: ['cards', string]; data: CardsShowData; answers: CardsShowResponses }
    | { path: ['cards', string, 'virtual-code']; data: CardsVirtualCodeData; answers: CardsVirtualCodeResponses }
    | { path: ['card-charges', `${number}`]; data: CardsSlipData; answers: CardsSlipResponses }
    | { path: ['card-ranges']; data: CardRangesListData; answers: CardRangesListResponses }
    | { path: ['card-stock', 'places']; data: CardStockPlacesData; answers: CardStockPlacesResponses }
    | { path: ['card-stock']; data: CardStockStockData; answers: CardStockStockResponses }
    | { path: ['card-stock', 'documents']; data: CardStockDocumentsData; answers: CardStockDocumentsResponses }
    | { path: ['card-stock', 'documents', `${number}`]; data: CardStockDocumentData; answers: CardStockDocumentResponses }
    | { path: ['members']; data: MemberSearchPageData; answers: MemberSearchPageResponses }
    | { path: ['members', 'lookup']; data: MemberSearchLookupData; answers: MemberSearchLookupResponses }
    | { path: ['members', `${number}`, 'merge']; data: MergingPreviewData; answers: MergingPreviewResponses }
    | { path: ['members', `${number}`, 'erasing']; data: MergingStandingData; answers: MergingStandingResponses }
    | { path: ['categories']; data: CatalogueCategoriesData; answers: CatalogueCategoriesResponses }
    | { path: ['products']; data: CatalogueProductsData; answers: CatalogueProductsResponses }
    | { path: ['products', 'lookup']; data: CatalogueLookupData; answers: CatalogueLookupResponses }
    | { path: ['products', `${number}`]; data: CatalogueProductData; answers: CatalogueProductResponses }
    | { path: ['stock']; data: StockOnHandData; answers: StockOnHandResponses }
    | { path: ['members', `${number}`, 'wallet']; data: WalletsShowData; answers: WalletsShowResponses }
    | { path: ['top-up-offers']; data: TopUpsOffersData; answers: TopUpsOffersResponses }
    | { path: ['top-ups']; data: TopUpsListData; answers: TopUpsListResponses }
    | { path: ['top-ups', `${number}`]; data: TopUpsSlipData; answers: TopUpsSlipResponses }
    | { path: ['top-up-rules']; data: TopUpRulesListData; answers: TopUpRulesListResponses }
    | { path: ['top-up-rules', `${number}`, 'versions']; data: TopUpRulesVersionsData; answers: TopUpRulesVersionsResponses }
    | { path: ['members', `${number}`, 'statements']; data: StatementsListData; answers: StatementsListResponses }
    | { path: ['statements', string]; data: StatementsShowData; answers: StatementsShowResponses }
    | { path: ['public', 'statements', string]; data: StatementsVerifyData; answers: StatementsVerifyResponses }
    | { path: ['members', `${number}`, 'withdrawals', 'preview']; data: PayoutsPreviewWithdrawalData; answers: PayoutsPreviewWithdrawalResponses }
    | { path: ['members', `${number}`, 'transfers', 'preview']; data: PayoutsPreviewTransferData; answers: PayoutsPreviewTransferResponses }
    | { path: ['members', `${number}`, 'wallet-refunds', 'preview']; data: PayoutsPreviewRefundData; answers: PayoutsPreviewRefundResponses }
    | { path: ['cards', string, 'closing']; data: PayoutsPreviewClosingData; answers: PayoutsPreviewClosingResponses }
    | { path: ['payouts']; data: PayoutsPageData; answers: PayoutsPageResponses }
    | { path: ['payouts', `${number}`]; data: PayoutsShowData; answers: PayoutsShowResponses }
    | { path: ['adjustments']; data: AdjustmentsPageData; answers: AdjustmentsPageResponses }
    | { path: ['adjustments', `${number}`]; data: AdjustmentsShowData; answers: AdjustmentsShowResponses }
    | { path: ['members', `${number}`, 'changes']; data: MemberChangesChangesData; answers: MemberChangesChangesResponses }
    | { path: ['sales']; data: SalesListData; answers: SalesListResponses }
    | { path: ['sales', `${number}`]; data: SalesDetailData; answers: SalesDetailResponses }
    | { path: ['desk', 'favourites']; data: FavouritesOfTillData; answers: FavouritesOfTillResponses }
    | { path: ['sales', `${number}`, 'returns']; data: ReturnsOfSaleData; answers: ReturnsOfSaleResponses }
    | { path: ['sales', `${number}`, 'returns', 'preview']; data: ReturnsPreviewData; answers: ReturnsPreviewResponses }
    | { path: ['messages']; data: MessagesListData; answers: MessagesListResponses }
    | { path: ['members', `${number}`, 'messages']; data: MessagesOfMemberData; answers: MessagesOfMemberResponses }
    | { path: ['message-templates']; data: TemplatesListData; answers: TemplatesListResponses }
    | { path: ['segments']; data: SegmentsListData; answers: SegmentsListResponses }
    | { path: ['segments', 'options']; data: SegmentsOptionsData; answers: SegmentsOptionsResponses }
    | { path: ['segments', `${number}`]; data: SegmentsGetData; answers: SegmentsGetResponses }
    | { path: ['segments', `${number}`, 'preview']; data: SegmentsCountData; answers: SegmentsCountResponses }
    | { path: ['segments', `${number}`, 'members']; data: SegmentsMembersData; answers: SegmentsMembersResponses }
    | { path: ['campaigns']; data: CampaignsListData; answers: CampaignsListResponses }
    | { path: ['campaigns', `${number}`]; data: CampaignsGetData; answers: CampaignsGetResponses }
    | { path: ['overview']; data: OverviewShowData; answers: OverviewShowResponses }
    | { path: ['reports']; data: ReportsListData; answers: ReportsListResponses }
    | { path: ['reports', string, 'rows']; data: ReportsRowsData; answers: ReportsRowsResponses }
    | { path: ['reports', string, 'rows', `${number}`, 'detail']; data: ReportsDetailData; answers: ReportsDetailResponses }
    | { path: ['exports']; data: ExportsListData; answers: ExportsListResponses }
    | { path: ['exports', `${number}`]; data: ExportsGetData; answers: ExportsGetResponses }
    | { path: ['exports', `${number}`, 'file']; data: ExportsFileData; answers: ExportsFileResponses };
  PUT:
    | { path: ['settings', string]; data: SettingsSetData; answers: SettingsSetResponses }
    | { path: ['stores', `${number}`]; data: StoresUpdateData; answers: StoresUpdateResponses }
    | { path: ['tenders', `${number}`]; data: TendersEditData; answers: TendersEditResponses }
    | { path: ['session', 'till']; data: SessionsChooseTillData; answers: SessionsChooseTillResponses }
    | { path: ['session', 'lock']; data: SessionsLockData; answers: SessionsLockResponses }
    | { path: ['session', 'password']; data: SessionsChangePasswordData; answers: SessionsChangePasswordResponses }
    | { path: ['session', 'pin']; data: StaffPinSetData; answers: StaffPinSetResponses }
    | { path: ['list-views', 'layouts', string]; data: ListViewsSetLayoutData; answers: ListViewsSetLayoutResponses }
    | { path: ['list-views', `${number}`]; data: ListViewsChangeData; answers: ListViewsChangeResponses }
    | { path: ['levels', `${number}`]; data: LevelsEditData; answers: LevelsEditResponses }
    | { path: ['members', `${number}`, 'photo']; data: MemberRecordReplacePhotoData; answers: MemberRecordReplacePhotoResponses }
    | { path: ['members', `${number}`, 'staff']; data: MemberRecordMarkStaffData; answers: MemberRecordMarkStaffResponses }
    | { path: ['members', `${number}`, 'identity']; data: MemberRecordRegisterIdentityData; answers: MemberRecordRegisterIdentityResponses }
    | { path: ['members', `${number}`, 'pin']; data: PinsChangeData; answers: PinsChangeResponses }
    | { path: ['products', `${number}`]; data: CatalogueEditData; answers: CatalogueEditResponses }
    | { path: ['products', `${number}`, 'store-prices', `${number}`]; data: CatalogueSetStorePriceData; answers: CatalogueSetStorePriceResponses }
    | { path: ['top-up-rules', `${number}`]; data: TopUpRulesEditData; answers: TopUpRulesEditResponses }
    | { path: ['imports', `${number}`, 'mapping']; data: MemberImportMapData; answers: MemberImportMapResponses }
    | { path: ['desk', 'open-sale']; data: OpenSaleOpenData; answers: OpenSaleOpenResponses }
    | { path: ['message-templates', `${number}`]; data: TemplatesEditData; answers: TemplatesEditResponses }
    | { path: ['segments', `${number}`]; data: SegmentsEditData; answers: SegmentsEditResponses };
  DELETE:
    | { path: ['session']; data: SessionsSignOutData; answers: SessionsSignOutResponses }
    | { path: ['list-views', 'layouts', string]; data: ListViewsResetLayoutData; answers: ListViewsResetLayoutResponses }
    | { path: ['list-views', `${number}`]; data: ListViewsRemoveData; answers: ListViewsRemoveResponses }
    | { path: ['members', `${number}`, 'photo']; data: MemberRecordRemovePhotoData; answers: MemberRecordRemovePhotoResponses }
    | { path: ['tags', `${number}`]; data: MemberSetupRemoveTagData; answers: MemberSetupRemoveTagResponses }
    | { path: ['desk', 'open-sale']; data: OpenSaleCloseData; answers: OpenSaleCloseResponses }
    | { path: ['message-templates', `${number}`]; data: TemplatesRemoveData; answers: TemplatesRemoveResponses }
    | { path: ['segments', `${number}`]; data: SegmentsRemoveData; answers: SegmentsRemoveResponses }
    | { path: ['exports', `${number}`]; data: ExportsRemoveData; answers: ExportsRemoveResponses };
  PATCH:
    | { path: ['member-fields', `${number}`]; data: MemberSetupChangeFieldData; answers: MemberSetupChangeFieldResponses }
    | { path: ['tags', `${number}`]; data: MemberSetupChangeTagData; answers: MemberSetupChangeTagResponses }
    | { path: ['members', `${number}`]; data: MembersEditData; answers: MembersEditResponses }
    | { path: ['card-ranges', `${number}`]; data: CardRangesEditData; answers: CardRangesEditResponses };
}
