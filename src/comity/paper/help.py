"""The help pages: their names and titles, in the order in which they are read.

Each is a template of its own for each language, `templates/help/<name>.<lang>.html`, since it is written and not translated
sentence by sentence; all of them say the same under the same number of headings.
"""

from __future__ import annotations

from comity.record.language import Labels

HELP = {
    "what": Labels(en="What this is", vi="Đây là gì", zh_hans="这是什么"),
    "reading": Labels(en="How to read a page", vi="Cách đọc một trang", zh_hans="怎样看懂一页"),
    "words": Labels(en="The words used", vi="Các từ được dùng", zh_hans="所用词语"),
    "first-day": Labels(en="An office's first day", vi="Ngày đầu tiên của một cơ quan", zh_hans="一个机关的第一天"),
    "drafts": Labels(en="Drafts by keyboard", vi="Xử lý bản nháp bằng bàn phím", zh_hans="用键盘处理草稿"),
    "typing": Labels(en="Typing in", vi="Nhập trực tiếp", zh_hans="手工录入"),
    "files": Labels(en="Files in and out", vi="Đưa tệp vào và lấy tệp ra", zh_hans="文件的导入与导出"),
    "signing": Labels(en="Signing", vi="Ký", zh_hans="签署"),
    "backup": Labels(en="Backing up and moving", vi="Sao lưu và chuyển chỗ", zh_hans="备份与迁移"),
    "public": Labels(en="What is public", vi="Những gì là công khai", zh_hans="哪些内容是公开的"),
    "errors": Labels(en="Refusals by their codes", vi="Các lời từ chối theo mã", zh_hans="按代码查拒绝提示"),
}


def help_template(name: str, lang: str) -> str:
    """The template of a help page in `lang`."""
    return f"help/{name}.{lang}.html"
