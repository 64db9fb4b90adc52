export default {
  'zh-CN': {
    imports: {
      refused: {
        title: '这个文件不能用',
        again: '换一个文件',
        codes: {
          empty: '文件是空的。',
          file_too_large: '文件太大，请分成几个文件。',
          not_a_table: '这不是表格文件。请上传 .xlsx 或 CSV。',
          old_excel: '这是旧版 Excel（.xls）。请在 Excel 里打开，另存为 .xlsx 再上传。',
          encrypted: '文件有密码。请在 Excel 里取消密码后再上传。',
          macros: '文件带有宏。请另存为不带宏的 .xlsx 再上传。',
          binary_workbook: '这是二进制工作簿（.xlsb）。请另存为 .xlsx 再上传。',
          html_table: '这其实是网页，只是扩展名像 Excel。请用 Excel 打开，另存为 .xlsx 再上传。',
          xml_table: '这是 XML 表格。请用 Excel 打开，另存为 .xlsx 再上传。',
          unknown_encoding: '认不出文字编码。请把 CSV 保存为 UTF-8 再上传。',
          broken: '文件已损坏，读不出来。请重新导出，或在 Excel 里另存一份。',
          zip_bomb: '文件解压后大得不正常，没有读取。请在 Excel 里另存一份再上传。',
          too_many_rows: '超过 {limit} 行，请分成几个文件。',
          too_many_columns: '超过 {limit} 列。请只保留会员资料的列，删掉后面的列再上传。',
          too_many_texts: '文字太多，请分成几个文件。',
          open_quote:
            '第 {line} 行有一个引号（"）没有成对，后面的行会被读成这一格的内容，所以整个文件都没有读取。请改好或删掉这个引号，再上传。',
          no_rows: '表里没有会员。',
          no_header: '找不到表头。请照模板在第一行写上列名。',
          took_too_long: '读取太久，已停止。请在 Excel 里另存一份，或分成几个文件。',
          needs_too_much_memory: '文件展开后太大，已停止。请分成几个文件。',
          too_many_taken:
            '今天的文件里已有 {limit} 个手机号属于现有会员，不能再查。请由可以查看完整手机号的人来导入。',
          internal: '服务器处理时出错，没有写完。请再试一次；还不行请联系管理员。',
        },
      },
    },
  },
  en: {
    imports: {
      refused: {
        title: 'This file can’t be used',
        again: 'Choose another file',
        codes: {
          empty: 'The file is empty.',
          file_too_large: 'The file is too large: split it.',
          not_a_table: 'This is no table. Upload .xlsx or CSV.',
          old_excel: 'This is the old Excel format (.xls). Open it in Excel and save it as .xlsx.',
          encrypted: 'The file has a password. Remove it in Excel and upload again.',
          macros: 'The file holds macros. Save it as .xlsx without macros.',
          binary_workbook: 'This is a binary workbook (.xlsb). Save it as .xlsx.',
          html_table:
            'This is a web page with an Excel name. Open it in Excel and save it as .xlsx.',
          xml_table: 'This is an XML table. Open it in Excel and save it as .xlsx.',
          unknown_encoding: 'The encoding of the text is not known. Save the CSV as UTF-8.',
          broken: 'The file is damaged. Export it again, or save a copy in Excel.',
          zip_bomb:
            'Unpacked, the file is suspiciously large, so it was not read. Save a copy in Excel and upload that.',
          too_many_rows: 'More than {limit} rows: split the file.',
          too_many_columns:
            'More than {limit} columns. Keep the columns about members and delete those after them.',
          too_many_texts: 'Too much text: split the file.',
          open_quote:
            'Line {line} has a quotation mark (") without its partner. The lines after it would become part of that cell, so nothing of the file was read. Correct or delete the mark and upload again.',
          no_rows: 'There are no members in the table.',
          no_header:
            'No header was found. Write the column names in the first row, as in the template.',
          took_too_long:
            'Reading took too long and was stopped. Save a copy in Excel, or split the file.',
          needs_too_much_memory:
            'Unpacked, the file is too large, so reading stopped. Split the file.',
          too_many_taken:
            'Today’s files hold {limit} phones of members already. Let somebody import it who may see whole phones.',
          internal:
            'Something went wrong on the server and it was not finished. Try again; if it stays, tell your administrator.',
        },
      },
    },
  },
};
