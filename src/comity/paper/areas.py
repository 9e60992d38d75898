"""What the area codes of agreed items and proposals are called. A code that is not here is shown as it is.

Source: domain section 4.
"""

from __future__ import annotations

from comity.record.language import Labels

AREAS: dict[str, Labels] = {
    "A01": Labels(
        "Friendly exchange, Party and government delegations",
        "Giao lưu hữu nghị, trao đổi đoàn, công tác Đảng",
        "友好交往、党际交流",
    ),
    "A02": Labels(
        "Cadre training, staff",
        "Đào tạo cán bộ",
        "干部培训",
    ),
    "A03": Labels(
        "Transport connection",
        "Kết nối giao thông",
        "互联互通",
    ),
    "A04": Labels(
        "Cross-border economic zones; industrial zones",
        "Khu hợp tác kinh tế; khu hợp tác công nghiệp qua biên giới",
        "跨境经济合作区；跨境产业合作区",
    ),
    "A05": Labels(
        "Opening and upgrading gates; border market pairs",
        "Mở, nâng cấp cửa khẩu; cặp chợ biên giới",
        "口岸开放升格；互市点",
    ),
    "A06": Labels(
        "Clearance facilitation",
        "Tạo thuận lợi thông quan",
        "通关便利化",
    ),
    "A07": Labels(
        "Smart gates, data",
        "Cửa khẩu thông minh, cửa khẩu số",
        "智慧口岸",
    ),
    "A08": Labels(
        "Trade, border trade, e-commerce, farm export",
        "Thương mại biên giới, thương mại điện tử, nông sản",
        "边境贸易、跨境电商、农产品",
    ),
    "A09": Labels(
        "Investment, firms, logistics, production capacity",
        "Đầu tư, doanh nghiệp, logistics, năng lực sản xuất",
        "投资、企业、物流、产能",
    ),
    "A10": Labels(
        "Tourism",
        "Du lịch",
        "旅游",
    ),
    "A11": Labels(
        "Cross-border labour",
        "Quản lý lao động qua biên giới",
        "跨境劳务",
    ),
    "A12": Labels(
        "Agriculture, forestry, fishery",
        "Nông, lâm nghiệp, thủy sản",
        "农林渔",
    ),
    "A13": Labels(
        "Science, technology, digital, AI",
        "Khoa học, công nghệ, chuyển đổi số, trí tuệ nhân tạo",
        "科技、数字化、人工智能",
    ),
    "A14": Labels(
        "Education",
        "Giáo dục, học bổng",
        "教育",
    ),
    "A15": Labels(
        "Health, epidemics",
        "Y tế, phòng chống dịch",
        "卫生、疫情防控",
    ),
    "A16": Labels(
        "Culture, sport",
        "Văn hóa, thể thao",
        "文化、体育",
    ),
    "A17": Labels(
        "Border management",
        "Quản lý biên giới, ba văn kiện",
        "边界管理、三个法律文件",
    ),
    "A18": Labels(
        "Law enforcement, crime",
        "Phòng chống tội phạm, xuất nhập cảnh trái phép",
        "打击跨境犯罪",
    ),
    "A19": Labels(
        "Waterway, environment, disasters",
        "Đường thủy, môi trường, ứng phó thiên tai",
        "水运、环保、应急",
    ),
    "A20": Labels(
        "Currency; justice",
        "Tiền tệ; tư pháp",
        "货币；司法",
    ),
    "A21": Labels(
        "Poverty reduction",
        "Giảm nghèo bền vững",
        "减贫",
    ),
    "A22": Labels(
        "Press, communication",
        "Báo chí, tuyên truyền",
        "媒体、宣传",
    ),
    "A23": Labels(
        "Twinning of districts, towns, villages, posts",
        "Kết nghĩa huyện, xã, bản, đồn",
        "友好县镇村站所",
    ),
}


def area_words(code: str, lang: str) -> str:
    """The name of an area in `lang`; other text is given back as it came."""
    return AREAS[code].in_language(lang) if code in AREAS else code
