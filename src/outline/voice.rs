//! How each kind of body is named, led, and what its reports usually cover.

use crate::document::Profile;

/// The words of one kind of body.
pub struct Voice {
    /// The issuing body in title and signature.
    pub organ: &'static str,
    /// The body in a sentence.
    pub short: &'static str,
    /// Whom the report is addressed to, without the colon.
    pub addressee: &'static str,
    /// The head of the party committee.
    party_leader: &'static str,
    /// The head of the executive.
    government_leader: &'static str,
    /// The meeting of the party committee.
    party_meeting: &'static str,
    /// The meeting of the executive.
    government_meeting: &'static str,
    /// What the executive's head usually does beside.
    acts: &'static str,
    /// What the achievements usually cover: heading and prompt.
    pub topics: &'static [(&'static str, &'static str)],
    /// What else a plan may hold.
    pub plans: &'static str,
}

impl Voice {
    /// The words of `profile`.
    pub fn of(profile: Profile) -> &'static Self {
        match profile {
            Profile::Township => &TOWNSHIP,
            Profile::Subdistrict => &SUBDISTRICT,
            Profile::County => &COUNTY,
            Profile::CountyDept => &COUNTY_DEPARTMENT,
            Profile::City => &CITY,
            Profile::CityDept => &CITY_DEPARTMENT,
            Profile::Province => &PROVINCE,
            Profile::ProvinceDept => &PROVINCE_DEPARTMENT,
            Profile::Zone => &ZONE,
        }
    }

    /// The paragraphs on what both leaders did.
    pub fn duties(&self) -> Vec<String> {
        let Self { party_leader, government_leader, party_meeting, government_meeting, acts, .. } = self;
        vec![
            format!(
                "加强组织领导。{party_leader}主持召开{party_meeting}【请填写：次数】次，研究法治建设议题【请填写：数量】个，\
                 听取法治建设工作汇报【请填写：次数】次，作出批示【请填写：次数】次，推动解决【请填写：具体问题】。"
            ),
            format!(
                "推动依法行政。{government_leader}主持召开{government_meeting}【请填写：次数】次，审议重大事项【请填写：数量】项，\
                 【请填写：{acts}】。"
            ),
            format!(
                "带头学法述法。{party_leader}、{government_leader}带头学习法律法规【请填写：次数】次，讲授法治课【请填写：次数】次，\
                 【请填写：年终述法情况】。"
            ),
        ]
    }
}

const LEADERSHIP: (&str, &str) = ("加强组织领导，凝聚工作合力", "学习贯彻习近平法治思想、专题研究和部署任务的次数与数量");
const LAW_EDUCATION: (&str, &str) = ("深化普法宣传，营造法治氛围", "普法活动的场次、对象和效果，“谁执法谁普法”落实情况");

static TOWNSHIP: Voice = Voice {
    organ: "【请填写：乡镇名称】人民政府",
    short: "【请填写：乡镇名称】",
    addressee: "中共【请填写：县（市、区）名称】委员会、【请填写：县（市、区）名称】人民政府",
    party_leader: "党委书记",
    government_leader: "【请填写：镇长或乡长】",
    party_meeting: "党委会议",
    government_meeting: "政府办公会议",
    acts: "带队检查、包案化解、出庭应诉等情况",
    topics: &[
        LEADERSHIP,
        ("规范行政决策，强化合法性审查", "重大事项、合同和文件的审查数量，法律顾问参与情况"),
        ("规范综合执法，提升执法水平", "执法培训、检查和办案的数量，“三项制度”落实情况"),
        ("化解矛盾纠纷，维护和谐稳定", "排查受理和化解纠纷的数量，信访和调解情况"),
        LAW_EDUCATION,
        ("推进政务公开，接受各方监督", "公开信息、办理建议和群众诉求的数量"),
    ],
    plans: "执法规范化、合法性审查、普法等方面的任务",
};

static SUBDISTRICT: Voice = Voice {
    organ: "【请填写：街道名称】办事处",
    short: "【请填写：街道名称】",
    addressee: "中共【请填写：区（市、县）名称】委员会、【请填写：区（市、县）名称】人民政府",
    party_leader: "党工委书记",
    government_leader: "办事处主任",
    party_meeting: "党工委会议",
    government_meeting: "办事处主任办公会议",
    acts: "带队检查、包案化解、出庭应诉等情况",
    topics: &[
        LEADERSHIP,
        ("规范行政决策，强化合法性审查", "重大事项、合同和文件的审查数量，法律顾问参与情况"),
        ("规范综合执法，改善辖区环境", "执法培训、检查和办案的数量，“三项制度”落实情况"),
        ("推进社区治理，化解矛盾纠纷", "社区依法治理举措，排查受理和化解纠纷的数量"),
        LAW_EDUCATION,
        ("推进政务公开，接受各方监督", "公开信息、办理建议和居民诉求的数量"),
    ],
    plans: "执法规范化、社区依法治理、普法等方面的任务",
};

static COUNTY: Voice = Voice {
    organ: "【请填写：县（市、区）名称】人民政府",
    short: "【请填写：县（市、区）名称】",
    addressee: "中共【请填写：设区的市名称】委员会、【请填写：设区的市名称】人民政府",
    party_leader: "【请填写：县委、区委或市委】书记",
    government_leader: "【请填写：县长、区长或市长】",
    party_meeting: "常委会会议和全面依法治县（市、区）委员会会议",
    government_meeting: "政府常务会议",
    acts: "常务会议学法、出庭应诉、督办行政复议和应诉案件等情况",
    topics: &[
        LEADERSHIP,
        ("依法履行职能，优化营商环境", "权责清单、政务服务和公平竞争审查的进展与数据"),
        ("健全制度体系，坚持依法决策", "规范性文件制定、备案和清理数量，重大行政决策程序落实情况"),
        ("严格规范公正文明执法", "执法监督、案卷评查和专项整治的数量与成效"),
        ("依法应对突发事件，化解矛盾纠纷", "应急预案和演练，行政复议、行政应诉、人民调解的数量与比率"),
        ("强化权力监督，推进政务公开", "人大、政协、司法、审计监督的落实情况，信息公开数量"),
        LAW_EDUCATION,
    ],
    plans: "行政执法监督、行政复议、数字法治政府等方面的任务",
};

const DEPARTMENT_TOPICS: &[(&str, &str)] = &[
    LEADERSHIP,
    ("依法履行职能，优化政务服务", "权责清单、行政许可和便民举措的进展与数据"),
    ("完善制度机制，坚持依法决策", "规范性文件、合同和重大决策的审查数量，法律顾问和公职律师参与情况"),
    ("严格规范公正文明执法", "检查和办案的数量，“三项制度”和裁量基准落实情况"),
    ("依法化解争议，自觉接受监督", "行政复议、行政应诉和信访的数量，建议提案办理和信息公开情况"),
    LAW_EDUCATION,
];

const DEPARTMENT: Voice = Voice {
    organ: "【请填写：部门全称】",
    short: "【请填写：部门简称】",
    addressee: "",
    party_leader: "党组书记",
    government_leader: "【请填写：行政主要负责人职务】",
    party_meeting: "党组会议",
    government_meeting: "【请填写：行政办公会议名称】",
    acts: "带队检查、出庭应诉、督办重大案件等情况",
    topics: DEPARTMENT_TOPICS,
    plans: "行业执法、制度建设、普法责任制等方面的任务",
};

static COUNTY_DEPARTMENT: Voice = Voice { addressee: "【请填写：县（市、区）名称】人民政府", ..DEPARTMENT };
static CITY_DEPARTMENT: Voice = Voice { addressee: "【请填写：设区的市名称】人民政府", ..DEPARTMENT };
static PROVINCE_DEPARTMENT: Voice =
    Voice { addressee: "【请填写：省（自治区、直辖市）名称】人民政府", ..DEPARTMENT };

const CITY_TOPICS: &[(&str, &str)] = &[
    LEADERSHIP,
    ("依法履行职能，优化营商环境", "权责清单、政务服务和公平竞争审查的进展与数据"),
    ("推进科学立法，完善制度供给", "地方性法规草案、政府规章、规范性文件的制定和清理数量"),
    ("坚持依法决策，增强决策公信力", "重大行政决策目录和程序落实情况，法律顾问参与情况"),
    ("严格规范公正文明执法", "执法监督、案卷评查和专项整治的数量与成效"),
    ("依法应对突发事件，化解矛盾纠纷", "应急预案和演练，行政复议、行政应诉、人民调解的数量与比率"),
    ("强化权力监督，推进政务公开", "人大、政协、司法、审计监督的落实情况，信息公开数量"),
    LAW_EDUCATION,
];

static CITY: Voice = Voice {
    organ: "【请填写：设区的市名称】人民政府",
    short: "【请填写：设区的市名称】",
    addressee: "中共【请填写：省（自治区）名称】委员会、【请填写：省（自治区）名称】人民政府",
    party_leader: "市委书记",
    government_leader: "市长",
    party_meeting: "市委常委会会议和市委全面依法治市委员会会议",
    government_meeting: "市政府常务会议",
    acts: "常务会议学法、出庭应诉、督办行政复议和应诉案件等情况",
    topics: CITY_TOPICS,
    plans: "政府立法、行政执法监督、行政复议、数字法治政府等方面的任务",
};

static PROVINCE: Voice = Voice {
    organ: "【请填写：省（自治区、直辖市）名称】人民政府",
    short: "【请填写：省（自治区、直辖市）名称】",
    addressee: "党中央、国务院",
    party_leader: "【请填写：省委、自治区党委或市委】书记",
    government_leader: "【请填写：省长、自治区主席或市长】",
    party_meeting: "常委会会议和全面依法治省（区、市）委员会会议",
    government_meeting: "政府常务会议",
    acts: "常务会议学法、推动重大改革、督办重大案件等情况",
    topics: CITY_TOPICS,
    plans: "政府立法、行政执法监督、行政复议、数字法治政府等方面的任务",
};

static ZONE: Voice = Voice {
    organ: "【请填写：开发区名称】管理委员会",
    short: "【请填写：开发区名称】",
    addressee: "中共【请填写：市（县、区）名称】委员会、【请填写：市（县、区）名称】人民政府",
    party_leader: "党工委书记",
    government_leader: "管委会主任",
    party_meeting: "党工委会议",
    government_meeting: "管委会主任办公会议",
    acts: "带队检查、走访企业、出庭应诉等情况",
    topics: &[
        LEADERSHIP,
        ("优化政务服务，激发市场活力", "承接事项、审批提速和惠企政策的进展与数据"),
        ("规范涉企执法，严守监管边界", "检查和办案的数量，减少重复检查的举措与成效"),
        ("完善决策机制，防范法律风险", "重大事项、合同和文件的审查数量，法律顾问参与情况"),
        ("提供法律服务，化解涉企纠纷", "法治体检、调解和法律援助的数量"),
        LAW_EDUCATION,
    ],
    plans: "承接赋权事项、涉企执法、法律服务等方面的任务",
};
