/** The words of the codes in messages: for the screens and for the files. */
export default {
  'zh-CN': {
    messages: {
      statuses: {
        queued: '等待发送',
        sending: '发送中',
        sent: '已发送',
        delivered: '已送达',
        failed: '发送失败',
        unknown: '结果未知',
        suppressed: '未发送',
      },
      reasons: {
        setting_off: '设置里已关闭',
        voided: '业务已撤销',
        no_phone: '没有手机号',
        no_consent: '会员不接收',
        not_asked: '没有问过是否接收',
        member_gone: '已不是会员',
        cancelled: '群发已取消',
        interrupted: '发送时中断',
        no_answer: '通道没有答复',
        empty_number: '空号',
        blacklisted: '在通道黑名单里',
      },
    },
  },
  en: {
    messages: {
      statuses: {
        queued: 'Waiting',
        sending: 'Sending',
        sent: 'Sent',
        delivered: 'Delivered',
        failed: 'Failed',
        unknown: 'Unknown',
        suppressed: 'Not sent',
      },
      reasons: {
        setting_off: 'switched off in settings',
        voided: 'the action was reversed',
        no_phone: 'no phone number',
        no_consent: 'member declined',
        not_asked: 'never asked for consent',
        member_gone: 'no longer a member',
        cancelled: 'the bulk message was cancelled',
        interrupted: 'interrupted while sending',
        no_answer: 'the gateway did not answer',
        empty_number: 'number out of use',
        blacklisted: 'blocked by the gateway',
      },
    },
  },
};
