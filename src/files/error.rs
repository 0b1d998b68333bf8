//! Why a file is not read, and what to do about it.

/// Why a file is not read. Its display is a sentence for the user; the file's name goes in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Larger than [`LARGEST`](super::LARGEST).
    TooLarge,
    /// Nothing but blanks.
    Empty,
    /// Pictures and no text.
    OnlyPictures,
    /// Text in no encoding that is known.
    Encoding,
    /// Bytes of no known format.
    Binary,
    /// Another known format, which has no text to check.
    Other(&'static str),
    /// A PDF file.
    Pdf,
    /// An OFD file.
    Ofd,
    /// A Word document of before 2007, whatever its name.
    OldWord,
    /// The same as WPS names it.
    OldWps,
    /// A document that only a password opens.
    Encrypted,
    /// A document in another format that Word and WPS can open: its name.
    Foreign(&'static str),
    /// A .zip file that is no document.
    Archive,
    /// A .docx file that breaks off or whose parts do not fit together.
    Damaged,
    /// A .docx file without its main part.
    NoDocument,
    /// A .docx file that unpacks to more than is plausible.
    Bomb,
    /// A web page with more elements than any article has.
    Crowded,
    /// A .docx file whose parts are nested deeper than any program writes.
    TooDeep,
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "超过 64 MB，请拆分后再查",
            Self::Empty => "没有文字，请检查是否选错了文件",
            Self::OnlyPictures => "只有图片，没有文字，可能是扫描件，请先识别成文字再查",
            Self::Encoding => "编码无法识别或文件已损坏，请用 UTF-8 或 GB18030 编码另存后再查",
            Self::Binary => "不是文本文件（二进制数据），请改用 .docx、.txt 或网页（.html）",
            Self::Other(kind) => return write!(f, "不是文本文件（{kind}），请改用 .docx、.txt 或网页（.html）"),
            Self::Pdf => "是 PDF 文件，请打开后复制文字到 .txt 文件，或用 Word、WPS 转为 .docx 再查",
            Self::Ofd => "是 OFD 版式文件，请用其来源的 .docx，或打开后复制文字到 .txt 文件再查",
            Self::OldWord => "是旧版 Word 文档（.doc），请用 Word 或 WPS 打开，另存为 .docx 再查",
            Self::OldWps => "是 WPS 文档（.wps），请用 WPS 打开，另存为 .docx 再查",
            Self::Encrypted => "设有打开密码，请用 Word 或 WPS 打开，去掉密码后另存为 .docx 再查",
            Self::Foreign(kind) => return write!(f, "是{kind}，请用 Word 或 WPS 打开，另存为 .docx 再查"),
            Self::Archive => "是压缩包，不是 Word 文档，请解压后再查",
            Self::Damaged => "文件不完整或已损坏，请重新下载，或用 Word、WPS 打开修复后另存为 .docx 再查",
            Self::NoDocument => "里面没有正文（document.xml），请用 Word 或 WPS 打开，另存为 .docx 再查",
            Self::Bomb => "解压后大得不合常理，没有读入，请用 Word 或 WPS 打开，另存为 .docx 再查",
            Self::Crowded => "标记多得不像一篇文章，没有读入，请在浏览器里打开，把正文复制到 .txt 文件再查",
            Self::TooDeep => "结构嵌套过深，没有读入，请用 Word 或 WPS 打开，把正文复制到新文档再查",
        })
    }
}

impl std::error::Error for ReadError {}
