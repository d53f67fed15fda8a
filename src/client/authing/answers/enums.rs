//! Sets of values, open: what this version does not know is kept as text.
//!
//! Written by `cargo xtask authing` from `enums.tsv`.

use crate::client::authing::answers::machinery::choices;

choices! {
    Action {
        Scan = "SCAN";
        Confirm = "CONFIRM";
        Cancel = "CANCEL";
    }

    AddInvitationPolicyUserAttributionTargetType {
        Department = "department";
        Post = "post";
        Role = "role";
        Group = "group";
    }

    AddWhitelistType {
        Username = "USERNAME";
        Email = "EMAIL";
        Phone = "PHONE";
    }

    AdminAuditLogOperationType {
        All = "all";
        Create = "create";
        Delete = "delete";
        Import = "import";
        Export = "export";
        Update = "update";
        Refresh = "refresh";
        Sync = "sync";
        Invite = "invite";
        Resign = "resign";
        Recover = "recover";
        Disable = "disable";
        Enable = "enable";
        Activate = "activate";
        Deactivate = "deactivate";
        Add = "add";
        Remove = "remove";
        Query = "query";
    }

    AdminAuditLogResourceType {
        All = "all";
        User = "user";
        Userpool = "userpool";
        Tenant = "tenant";
        UserLoginState = "userLoginState";
        UserAccountState = "userAccountState";
        UserGroup = "userGroup";
        FieldEncryptState = "fieldEncryptState";
        SyncTask = "syncTask";
        SocialConnection = "socialConnection";
        EnterpriseConnection = "enterpriseConnection";
        CustomDatabase = "customDatabase";
        Org = "org";
        Cooperator = "cooperator";
        Application = "application";
        ResourceNamespace = "resourceNamespace";
        Resource = "resource";
        Role = "role";
        RoleAssign = "roleAssign";
        Policy = "policy";
        CustomDomain = "customDomain";
        PermitSpace = "permitSpace";
        GeneralResource = "generalResource";
        GeneralResourceAuthorization = "generalResourceAuthorization";
        RoleSubject = "roleSubject";
        SubjectOfRole = "subjectOfRole";
        DataResource = "dataResource";
        DataPolicy = "dataPolicy";
        Authorization = "authorization";
        UserAuthorization = "userAuthorization";
    }

    AppQrCodeLoginAction {
        AppLogin = "APP_LOGIN";
    }

    AppType {
        Web = "web";
        Spa = "spa";
        Native = "native";
        Api = "api";
        Mfa = "mfa";
        MiniProgram = "mini-program";
        GatewayApp = "gateway-app";
        GatewayAgent = "gateway-agent";
    }

    ApprovalDetailStatus {
        Pending = "PENDING";
        Agreed = "AGREED";
        Refused = "REFUSED";
    }

    AssociationMode {
        None = "none";
        Field = "field";
        Challenge = "challenge";
    }

    AuthMethodEnum {
        ClientSecretPost = "client_secret_post";
        ClientSecretBasic = "client_secret_basic";
        None = "none";
    }

    AuthType {
        Default = "DEFAULT";
        All = "ALL";
        Self_ = "SELF";
        Subject = "SUBJECT";
    }

    AuthenticatorCode {
        Fingerprint = "fingerprint";
        Face = "face";
        Other = "other";
    }

    BrowserType {
        Ie = "IE";
        Chrome = "Chrome";
        Firefox = "Firefox";
        Safari = "Safari";
        Edge = "Edge";
        Opera = "Opera";
        Safe360 = "Safe360";
        QQBrowser = "QQBrowser";
    }

    ChangePushCodeStatusAction {
        Confirm = "CONFIRM";
        Cancel = "CANCEL";
    }

    Channel {
        ChannelLogin = "CHANNEL_LOGIN";
        ChannelRegister = "CHANNEL_REGISTER";
        ChannelResetPassword = "CHANNEL_RESET_PASSWORD";
        ChannelBindPhone = "CHANNEL_BIND_PHONE";
        ChannelUnbindPhone = "CHANNEL_UNBIND_PHONE";
        ChannelBindMfa = "CHANNEL_BIND_MFA";
        ChannelVerifyMfa = "CHANNEL_VERIFY_MFA";
        ChannelUnbindMfa = "CHANNEL_UNBIND_MFA";
        ChannelCompletePhone = "CHANNEL_COMPLETE_PHONE";
        ChannelIdentityVerification = "CHANNEL_IDENTITY_VERIFICATION";
        ChannelDeleteAccount = "CHANNEL_DELETE_ACCOUNT";
    }

    CheckPushCodeStatusStatus {
        Pushed = "PUSHED";
        Authorized = "AUTHORIZED";
        Cancelled = "CANCELLED";
        Expired = "EXPIRED";
        Error = "ERROR";
    }

    CheckQrCodeStatusStatus {
        Pending = "PENDING";
        Scanned = "SCANNED";
        Authorized = "AUTHORIZED";
        Cancelled = "CANCELLED";
        Expired = "EXPIRED";
        Error = "ERROR";
    }

    ClientLang {
        Cn = "CN";
        Us = "US";
    }

    CodeChallengeDigestMethod {
        S256 = "S256";
        Plain = "PLAIN";
    }

    CodeChallengeMethodEnum {
        S256 = "S256";
        Plain = "plain";
    }

    CodeType {
        Sms = "SMS";
        Email = "EMAIL";
    }

    CombineFilterItemOperator {
        Equal = "EQUAL";
        NotEqual = "NOT_EQUAL";
        Contains = "CONTAINS";
        NotContains = "NOT_CONTAINS";
        IsNull = "IS_NULL";
        NotNull = "NOT_NULL";
        In = "IN";
        NotIn = "NOT_IN";
        Greater = "GREATER";
        Lesser = "LESSER";
        Between = "BETWEEN";
    }

    CombineFiltersBaseType {
        And = "and";
        Or = "or";
    }

    ConfigEmailProviderType {
        Ali = "ali";
        Qq = "qq";
        Sendgrid = "sendgrid";
        Custom = "custom";
    }

    Connection {
        Password = "PASSWORD";
        Passcode = "PASSCODE";
        Ldap = "LDAP";
        Ad = "AD";
    }

    ConnectionType {
        Passcode = "PASSCODE";
        Password = "PASSWORD";
        Qrcode = "QRCODE";
        Ldap = "LDAP";
        Ad = "AD";
    }

    Content {
        None = "None";
        RegExp = "regExp";
        Phone = "phone";
        Email = "email";
        IsNumber = "isNumber";
    }

    ContentType {
        ApplicationJson = "application/json";
        ApplicationXWwwFormUrlencoded = "application/x-www-form-urlencoded";
    }

    CreateApplicationAppType {
        Web = "web";
        Spa = "spa";
        Native = "native";
        Api = "api";
        Mfa = "mfa";
        MiniProgram = "mini-program";
    }

    CreateDataResourceType {
        Tree = "TREE";
        String = "STRING";
        Array = "ARRAY";
    }

    CreateExtIdpConnType {
        Oidc = "oidc";
        Oauth = "oauth";
        Saml = "saml";
        Ldap = "ldap";
        Ad = "ad";
        Cas = "cas";
        AzureAd = "azure-ad";
        Alipay = "alipay";
        Facebook = "facebook";
        FacebookMobile = "facebook:mobile";
        Twitter = "twitter";
        GoogleMobile = "google:mobile";
        Google = "google";
        WechatPc = "wechat:pc";
        WechatMobile = "wechat:mobile";
        WechatWebpageAuthorization = "wechat:webpage-authorization";
        WechatmpQrcode = "wechatmp-qrcode";
        WechatMiniprogramDefault = "wechat:miniprogram:default";
        WechatMiniprogramQrconnect = "wechat:miniprogram:qrconnect";
        WechatMiniprogramAppLaunch = "wechat:miniprogram:app-launch";
        Github = "github";
        GithubMobile = "github:mobile";
        Qq = "qq";
        QqMobile = "qq:mobile";
        WechatworkCorpQrconnect = "wechatwork:corp:qrconnect";
        WechatworkAgencyQrconnect = "wechatwork:agency:qrconnect";
        WechatworkServiceProviderQrconnect = "wechatwork:service-provider:qrconnect";
        WechatworkMobile = "wechatwork:mobile";
        WechatworkAgencyMobile = "wechatwork:agency:mobile";
        Dingtalk = "dingtalk";
        DingtalkMobile = "dingtalk:mobile";
        DingtalkProvider = "dingtalk:provider";
        Weibo = "weibo";
        WeiboMobile = "weibo:mobile";
        Apple = "apple";
        AppleWeb = "apple:web";
        Baidu = "baidu";
        BaiduMobile = "baidu:mobile";
        LarkInternal = "lark-internal";
        LarkPublic = "lark-public";
        LarkBlock = "lark-block";
        Gitlab = "gitlab";
        GitlabMobile = "gitlab:mobile";
        Linkedin = "linkedin";
        LinkedinMobile = "linkedin:mobile";
        Slack = "slack";
        SlackMobile = "slack:mobile";
        Yidun = "yidun";
        Qingcloud = "qingcloud";
        Gitee = "gitee";
        GiteeMobile = "gitee:mobile";
        Instagram = "instagram";
        Welink = "welink";
        AdKerberos = "ad-kerberos";
        Huawei = "huawei";
        HuaweiMobile = "huawei:mobile";
        Honor = "honor";
        Xiaomi = "xiaomi";
        XiaomiMobile = "xiaomi:mobile";
        Aws = "aws";
        Amazon = "amazon";
        AmazonMobile = "amazon:mobile";
        DouyinMobile = "douyin:mobile";
        DouyinMiniprogramDefault = "douyin:miniprogram:default";
        KuaishouMobile = "kuaishou:mobile";
        LineMobile = "line:mobile";
        OppoMobile = "oppo:mobile";
        WechatworkQrconnectOfAuthingAgency = "wechatwork:qrconnect:of:authing:agency";
        Sdbz = "sdbz";
        ZjzwfwQrcode = "zjzwfw-qrcode";
        Zzding = "zzding";
        Seeyona8v5 = "seeyona8v5";
    }

    CreateExtIdpConnType2 {
        Oidc = "oidc";
        Oauth = "oauth";
        Saml = "saml";
        Ldap = "ldap";
        Ad = "ad";
        Cas = "cas";
        AzureAd = "azure-ad";
        Alipay = "alipay";
        Facebook = "facebook";
        FacebookMobile = "facebook:mobile";
        Twitter = "twitter";
        GoogleMobile = "google:mobile";
        Google = "google";
        WechatPc = "wechat:pc";
        WechatMobile = "wechat:mobile";
        WechatWebpageAuthorization = "wechat:webpage-authorization";
        WechatmpQrcode = "wechatmp-qrcode";
        WechatMiniprogramDefault = "wechat:miniprogram:default";
        WechatMiniprogramQrconnect = "wechat:miniprogram:qrconnect";
        WechatMiniprogramAppLaunch = "wechat:miniprogram:app-launch";
        Github = "github";
        GithubMobile = "github:mobile";
        Qq = "qq";
        QqMobile = "qq:mobile";
        WechatworkCorpQrconnect = "wechatwork:corp:qrconnect";
        WechatworkAgencyQrconnect = "wechatwork:agency:qrconnect";
        WechatworkServiceProviderQrconnect = "wechatwork:service-provider:qrconnect";
        WechatworkMobile = "wechatwork:mobile";
        WechatworkAgencyMobile = "wechatwork:agency:mobile";
        Dingtalk = "dingtalk";
        DingtalkMobile = "dingtalk:mobile";
        DingtalkProvider = "dingtalk:provider";
        Weibo = "weibo";
        WeiboMobile = "weibo:mobile";
        Apple = "apple";
        AppleWeb = "apple:web";
        Baidu = "baidu";
        BaiduMobile = "baidu:mobile";
        LarkInternal = "lark-internal";
        LarkPublic = "lark-public";
        LarkBlock = "lark-block";
        Gitlab = "gitlab";
        GitlabMobile = "gitlab:mobile";
        Linkedin = "linkedin";
        LinkedinMobile = "linkedin:mobile";
        Slack = "slack";
        SlackMobile = "slack:mobile";
        Yidun = "yidun";
        Qingcloud = "qingcloud";
        Gitee = "gitee";
        GiteeMobile = "gitee:mobile";
        Instagram = "instagram";
        Welink = "welink";
        AdKerberos = "ad-kerberos";
        Huawei = "huawei";
        HuaweiMobile = "huawei:mobile";
        Honor = "honor";
        Xiaomi = "xiaomi";
        XiaomiMobile = "xiaomi:mobile";
        Aws = "aws";
        Amazon = "amazon";
        AmazonMobile = "amazon:mobile";
        DouyinMobile = "douyin:mobile";
        KuaishouMobile = "kuaishou:mobile";
        LineMobile = "line:mobile";
        OppoMobile = "oppo:mobile";
        WechatworkQrconnectOfAuthingAgency = "wechatwork:qrconnect:of:authing:agency";
        Sdbz = "sdbz";
    }

    CreateExtIdpType {
        Oidc = "oidc";
        Oauth2 = "oauth2";
        Saml = "saml";
        Ldap = "ldap";
        Ad = "ad";
        Cas = "cas";
        AzureAd = "azure-ad";
        Wechat = "wechat";
        Google = "google";
        Qq = "qq";
        Wechatwork = "wechatwork";
        Dingtalk = "dingtalk";
        Weibo = "weibo";
        Github = "github";
        Alipay = "alipay";
        Apple = "apple";
        Baidu = "baidu";
        Lark = "lark";
        Gitlab = "gitlab";
        Twitter = "twitter";
        Facebook = "facebook";
        Slack = "slack";
        Linkedin = "linkedin";
        Yidun = "yidun";
        Qingcloud = "qingcloud";
        Gitee = "gitee";
        Instagram = "instagram";
        Welink = "welink";
        Huawei = "huawei";
        Honor = "honor";
        Xiaomi = "xiaomi";
        Oppo = "oppo";
        Aws = "aws";
        Amazon = "amazon";
        Douyin = "douyin";
        Kuaishou = "kuaishou";
        Line = "line";
        Sdbz = "sdbz";
        Zjzwfw = "zjzwfw";
        Zzding = "zzding";
        Seeyona8v5 = "seeyona8v5";
    }

    CreateFunctionModelFieldType {
        Text = "Text";
        Textarea = "Textarea";
        Number = "Number";
        Boolean = "Boolean";
        Date = "Date";
        Enum = "Enum";
        Relation = "Relation";
        ReverseRelation = "ReverseRelation";
        Array = "Array";
    }

    CreateFunctionModelType {
        Ueba = "ueba";
        User = "user";
        Post = "post";
        Group = "group";
        Department = "department";
        Organization = "organization";
        Device = "device";
        DeviceRely = "device_rely";
        Custom = "custom";
    }

    CreateTerminalType {
        Browser = "Browser";
        Mobile = "Mobile";
        Desktop = "Desktop";
    }

    CustomFieldDataType {
        String = "STRING";
        Number = "NUMBER";
        Datetime = "DATETIME";
        Boolean = "BOOLEAN";
        Enum = "ENUM";
    }

    Cycle {
        Month = "month";
        Week = "week";
        Days = "days";
        SixHours = "sixHours";
        TwoHours = "twoHours";
    }

    DataType {
        List = "list";
        Tree = "tree";
    }

    DefaultLanguage {
        ZhCn = "zh-CN";
        EnUs = "en-US";
        ZhTw = "zh-TW";
        JaJp = "ja-JP";
    }

    DefaultPasswordConfigType {
        Random = "random";
        Custom = "custom";
    }

    DefaultProtocol {
        Oidc = "oidc";
        Oauth = "oauth";
        Saml = "saml";
        Cas = "cas";
        Asa = "asa";
    }

    DefaultRegisterMethod {
        Password = "PASSWORD";
        Passcode = "PASSCODE";
    }

    DelayUnit {
        Second = "Second";
        Minute = "Minute";
        Hour = "Hour";
        Day = "Day";
    }

    DeleteAuthorizeDataPolicyTargetType {
        User = "USER";
        Org = "ORG";
        Group = "GROUP";
        Role = "ROLE";
    }

    DepartmentIdType {
        DepartmentId = "department_id";
        OpenDepartmentId = "open_department_id";
        SyncRelation = "sync_relation";
        CustomField = "custom_field";
        Code = "code";
    }

    DeviceStatusResponseStatus {
        Activated = "activated";
        Suspended = "suspended";
        Deactivated = "deactivated";
    }

    DeviceType {
        Pc = "PC";
        Mobile = "Mobile";
    }

    DisplayAt {
        LoginPage = "LoginPage";
        RegisterPage = "RegisterPage";
    }

    DocAction {
        Add = "add";
        Update = "update";
        Delete = "delete";
        Reorder = "reorder";
    }

    DocProvider {
        Wechatwork = "wechatwork";
        Dingtalk = "dingtalk";
        Lark = "lark";
        Welink = "welink";
        Ldap = "ldap";
        ActiveDirectory = "active-directory";
        Italent = "italent";
        Xiaoshouyi = "xiaoshouyi";
        Maycur = "maycur";
        Scim = "scim";
        Moka = "moka";
    }

    Effect {
        Allow = "ALLOW";
        Deny = "DENY";
    }

    EmailTemplateQueryScene {
        Invite = "INVITE";
        Welcome = "WELCOME";
    }

    EnableSwitchType {
        TenantConsole = "tenant-console";
        TenantApp = "tenant-app";
        TenantLaunpad = "tenant-launpad";
    }

    EnabledBasicLoginMethods {
        PhoneCode = "PHONE_CODE";
        EmailCode = "EMAIL_CODE";
        PhonePassword = "PHONE_PASSWORD";
        EmailPassword = "EMAIL_PASSWORD";
        UsernamePassword = "USERNAME_PASSWORD";
        SelfBuiltAppQrcode = "SELF_BUILT_APP_QRCODE";
    }

    EnabledBasicRegisterMethods {
        PhoneCode = "PHONE_CODE";
        EmailCode = "EMAIL_CODE";
        EmailPassword = "EMAIL_PASSWORD";
    }

    EnterpriseCertificationStatus {
        NotSubmit = "not_submit";
        Reviewing = "reviewing";
        Pass = "pass";
        Minus1 = "-1";
    }

    EventStateType {
        PasswordWrong = "password_wrong";
        AccountWrong = "account_wrong";
    }

    EventType {
        Login = "login";
        Logout = "logout";
        Register = "register";
        VerifyMfa = "verifyMfa";
        UpdateUserPrefile = "updateUserPrefile";
        UpdateUserPassword = "updateUserPassword";
        UpdateUserEmail = "updateUserEmail";
        UpdateUserPhone = "updateUserPhone";
        BindMfa = "bindMfa";
        BindEmail = "bindEmail";
        BindPhone = "bindPhone";
        UnbindPhone = "unbindPhone";
        UnbindEmail = "unbindEmail";
        UnbindMFA = "unbindMFA";
        RefreshUserTokenBySelf = "refreshUserTokenBySelf";
        DeleteAccount = "deleteAccount";
        VerifyFirstLogin = "verifyFirstLogin";
        SecurityResourceAccess = "securityResourceAccess";
    }

    Events {
        Test = "test";
        Register = "register";
        Login = "login";
        MfaVerified = "mfa:verified";
        Kick = "kick";
        UserCreated = "user:created";
        UserPasswordChanged = "user:password-changed";
        UserUpdated = "user:updated";
        UserEmailVerified = "user:email-verified";
        UserArchived = "user:archived";
        UserUnarchived = "user:unarchived";
        UserBlocked = "user:blocked";
        UserUnblocked = "user:unblocked";
        UserDeleted = "user:deleted";
        UserRegisterWhitelistAdded = "user:register-whitelist-added";
        UserRegisterWhitelistDeleted = "user:register-whitelist-deleted";
        UserUdvChanged = "user:udv-changed";
        UserLinkAccount = "user:link-account";
        UserPasswordUpdateRemind = "user:password-update-remind";
        UserOrganizationNodeUpdate = "user:organization-node-update";
        PermissionRevoke = "permission:revoke";
        PermissionAdd = "permission:add";
        ResourceCreated = "resource:created";
        ResourceDelete = "resource:delete";
        ResourceUpdated = "resource:updated";
        RoleCreated = "role:created";
        RoleUpdated = "role:updated";
        RoleDeleted = "role:deleted";
        RoleDisable = "role:disable";
        RoleAssigned = "role:assigned";
        SubjectRemove = "subject:remove";
        RoleUnassigned = "role:unassigned";
        RoleUdvChanged = "role:udv-changed";
        ApplicationMfaEnabled = "application:mfa:enabled";
        ApplicationMfaDisabled = "application:mfa:disabled";
        GroupCreated = "group:created";
        GroupUpdated = "group:updated";
        GroupDeleted = "group:deleted";
        GroupMemberAdded = "group:member-added";
        GroupMemberRemoved = "group:member-removed";
        OrganizationCreated = "organization:created";
        OrganizationImported = "organization:imported";
        OrganizationDeleted = "organization:deleted";
        OrganizationNodeAdded = "organization:node-added";
        OrganizationNodeUpdated = "organization:node-updated";
        OrganizationTreeUpdated = "organization:tree-updated";
        OrganizationNodeDeleted = "organization:node-deleted";
        OrganizationNodeMoved = "organization:node-moved";
        OrganizationMemberAdded = "organization:member-added";
        OrganizationMemberRemoved = "organization:member-removed";
        OrganizationUdvChanged = "organization:udv-changed";
        PrivilegeNamespaceCreated = "privilege-namespace:created";
        PrivilegeNamespaceUpdated = "privilege-namespace:updated";
        PrivilegeNamespaceDeleted = "privilege-namespace:deleted";
        UserPoolCooperatorAdded = "user-pool:cooperator-added";
        UserPoolCooperatorRemoved = "user-pool:cooperator-removed";
        UserPoolSecretRefreshed = "user-pool:secret-refreshed";
        UserPoolUpdated = "user-pool:updated";
        UserPoolUdfAdded = "user-pool:udf-added";
        UserPoolUdfDeleted = "user-pool:udf-deleted";
        UserPoolEnvAdded = "user-pool:env-added";
        UserPoolEnvDeleted = "user-pool:env-deleted";
        UserPoolEnvUpdated = "user-pool:env-updated";
        UserPoolLaunchpadAppInstalled = "user-pool:launchpad-app-installed";
        UserPoolLaunchpadAppUninstalled = "user-pool:launchpad-app-uninstalled";
        ApplicationCreated = "application:created";
        ApplicationUpdated = "application:updated";
        ApplicationDeleted = "application:deleted";
        ApplicationSecretRefreshed = "application:secret-refreshed";
        DataResourceCreated = "data-resource:created";
        DataResourceUpdated = "data-resource:updated";
        DataResourceDeleted = "data-resource:deleted";
        DataStrategyPermissionRevoke = "data-strategy-permission:revoke";
        DataStrategyPermissionAdd = "data-strategy-permission:add";
        UnusualLocationLogin = "unusual-location:login";
        RefreshToken = "refresh-token";
    }

    ExtIdpConnType {
        Oidc = "oidc";
        Oauth = "oauth";
        Saml = "saml";
        Ldap = "ldap";
        Ad = "ad";
        Cas = "cas";
        AzureAd = "azure-ad";
        Alipay = "alipay";
        Facebook = "facebook";
        Twitter = "twitter";
        Google = "google";
        WechatPc = "wechat:pc";
        WechatMobile = "wechat:mobile";
        WechatWebpageAuthorization = "wechat:webpage-authorization";
        WechatmpQrcode = "wechatmp-qrcode";
        WechatMiniprogramDefault = "wechat:miniprogram:default";
        WechatMiniprogramQrconnect = "wechat:miniprogram:qrconnect";
        WechatMiniprogramAppLaunch = "wechat:miniprogram:app-launch";
        Github = "github";
        Qq = "qq";
        WechatworkCorpQrconnect = "wechatwork:corp:qrconnect";
        WechatworkAgencyQrconnect = "wechatwork:agency:qrconnect";
        WechatworkServiceProviderQrconnect = "wechatwork:service-provider:qrconnect";
        WechatworkMobile = "wechatwork:mobile";
        Dingtalk = "dingtalk";
        DingtalkProvider = "dingtalk:provider";
        Weibo = "weibo";
        Apple = "apple";
        AppleWeb = "apple:web";
        Baidu = "baidu";
        LarkInternal = "lark-internal";
        LarkPublic = "lark-public";
        Gitlab = "gitlab";
        Linkedin = "linkedin";
        Slack = "slack";
        Yidun = "yidun";
        Qingcloud = "qingcloud";
        Gitee = "gitee";
        Instagram = "instagram";
    }

    ExtIdpInfoType {
        Social = "social";
        Enterprise = "enterprise";
    }

    ExtIdpInfoType2 {
        Oidc = "oidc";
        Oauth2 = "oauth2";
        Saml = "saml";
        Ldap = "ldap";
        Ad = "ad";
        Cas = "cas";
        AzureAd = "azure-ad";
        Wechat = "wechat";
        Google = "google";
        Qq = "qq";
        Wechatwork = "wechatwork";
        Dingtalk = "dingtalk";
        Weibo = "weibo";
        Github = "github";
        Alipay = "alipay";
        Apple = "apple";
        Baidu = "baidu";
        Lark = "lark";
        Gitlab = "gitlab";
        Twitter = "twitter";
        Facebook = "facebook";
        Slack = "slack";
        Linkedin = "linkedin";
        Yidun = "yidun";
        Qingcloud = "qingcloud";
        Gitee = "gitee";
        Instagram = "instagram";
        Welink = "welink";
    }

    ExtendsFieldType {
        User = "user";
        Internal = "internal";
    }

    FactorType {
        Otp = "OTP";
        Sms = "SMS";
        Email = "EMAIL";
        Face = "FACE";
    }

    Field {
        UpdatedAt = "updatedAt";
        CreatedAt = "createdAt";
        Name = "name";
    }

    FuzzySearchOn {
        Id = "id";
        Phone = "phone";
        Email = "email";
        Name = "name";
        Username = "username";
        ExternalId = "externalId";
        Nickname = "nickname";
        Company = "company";
        GivenName = "givenName";
        FamilyName = "familyName";
        MiddleName = "middleName";
        Profile = "profile";
        PreferredUsername = "preferredUsername";
        Website = "website";
        Address = "address";
        Formatted = "formatted";
        StreetAddress = "streetAddress";
        PostalCode = "postalCode";
        IdentityNumber = "identityNumber";
    }

    Gender {
        M = "M";
        F = "F";
        U = "U";
    }

    GenerateQrcodeType {
        MobileApp = "MOBILE_APP";
        WechatMiniprogram = "WECHAT_MINIPROGRAM";
        WechatOfficialAccount = "WECHAT_OFFICIAL_ACCOUNT";
    }

    GetAllDepartmentsDepartmentIdType {
        DepartmentId = "department_id";
        OpenDepartmentId = "open_department_id";
    }

    GetDeviceExclusiveWhiteListTargetType {
        User = "USER";
        Group = "GROUP";
        Role = "ROLE";
    }

    GrantType {
        AuthorizationCode = "authorization_code";
        RefreshToken = "refresh_token";
        ClientCredentials = "client_credentials";
        Password = "password";
        HttpAuthingCnOidcGrantTypeAuthingToken = "http://authing.cn/oidc/grant_type/authing_token";
    }

    GuardVersion {
        Advanced = "Advanced";
        Classical = "Classical";
    }

    IdentityProvider {
        Oidc = "oidc";
        Oauth2 = "oauth2";
        Saml = "saml";
        Ldap = "ldap";
        Ad = "ad";
        Cas = "cas";
        AzureAd = "azure-ad";
        Wechat = "wechat";
        Google = "google";
        Qq = "qq";
        Wechatwork = "wechatwork";
        Dingtalk = "dingtalk";
        Weibo = "weibo";
        Github = "github";
        Alipay = "alipay";
        Apple = "apple";
        Baidu = "baidu";
        Lark = "lark";
        Gitlab = "gitlab";
        Twitter = "twitter";
        Facebook = "facebook";
        Slack = "slack";
        Linkedin = "linkedin";
        Yidun = "yidun";
        Qingcloud = "qingcloud";
        Gitee = "gitee";
        Instagram = "instagram";
        Welink = "welink";
        Huawei = "huawei";
        Honor = "honor";
        Xiaomi = "xiaomi";
        Oppo = "oppo";
        Aws = "aws";
        Amazon = "amazon";
        Douyin = "douyin";
        Kuaishou = "kuaishou";
        Line = "line";
        Sdbz = "sdbz";
        Zjzwfw = "zjzwfw";
        Zzding = "zzding";
    }

    InputType {
        Image = "image";
        Number = "number";
        Date = "date";
        DateTime = "dateTime";
        Datetime = "datetime";
        Select = "select";
        Dropdown = "dropdown";
        Boolean = "boolean";
        String = "string";
        Text = "text";
        Gender = "gender";
        Country = "country";
        Username = "username";
        Phone = "phone";
        Email = "email";
    }

    InvitationRosterStatus {
        Editing = "editing";
        Invited = "invited";
    }

    InviteLinkDisuseRule {
        Period = "period";
        AfterFirstClick = "afterFirstClick";
    }

    InviteMethod {
        Email = "email";
    }

    InviteeSource {
        ManualCreate = "manualCreate";
        FileImport = "fileImport";
    }

    InviteeStatus {
        Invited = "invited";
        Registering = "registering";
        Registered = "registered";
        Reverted = "reverted";
        NotInvited = "notInvited";
        Expired = "expired";
        InvitationSendFail = "invitationSendFail";
        JoinedByOther = "joinedByOther";
    }

    IpCond {
        NoLimit = "NO_LIMIT";
        One = "ONE";
    }

    IpRange {
        All = "ALL";
        NotInWhiteList = "NOT_IN_WHITE_LIST";
    }

    IpType {
        Black = "BLACK";
        White = "WHITE";
    }

    LanguageEnum {
        ZhCn = "zh-CN";
        EnUs = "en-US";
    }

    LastSyncStatus {
        Free = "free";
        Pending = "pending";
        OnProgress = "onProgress";
        Success = "success";
        Failed = "failed";
    }

    LimitList {
        ForbidLogin = "FORBID_LOGIN";
        ForbidRegister = "FORBID_REGISTER";
    }

    LinkExpiredTimeUnit {
        Forever = "forever";
        Day = "day";
        Hour = "hour";
        Minute = "minute";
    }

    ListApplicationSubjectAppType {
        Integrated = "INTEGRATED";
        Selfbuilt = "SELFBUILT";
        AppPanel = "APP_PANEL";
    }

    ListApplicationSubjectAppType2 {
        Integrated = "INTEGRATED";
        Selfbuilt = "SELFBUILT";
    }

    ListAuthSubjectTargetType {
        User = "USER";
        Role = "ROLE";
        Group = "GROUP";
        Org = "ORG";
        AkSk = "AK_SK";
    }

    ListDepartmentMembersSortBy {
        Default = "Default";
        JoinDepartmentAt = "JoinDepartmentAt";
        UserId = "userId";
        CreateAt = "createAt";
        UpdatedAt = "updatedAt";
    }

    ListRoleAssignmentsTargetType {
        User = "USER";
        Org = "ORG";
    }

    ListSyncJobLogsAction {
        CreateUser = "CreateUser";
        UpdateUser = "UpdateUser";
        DeleteUser = "DeleteUser";
        UpdateUserIdentifier = "UpdateUserIdentifier";
        ChangeUserDepartment = "ChangeUserDepartment";
        CreateDepartment = "CreateDepartment";
        UpdateDepartment = "UpdateDepartment";
        DeleteDepartment = "DeleteDepartment";
        MoveDepartment = "MoveDepartment";
        UpdateDepartmentLeader = "UpdateDepartmentLeader";
        CreateGroup = "CreateGroup";
        UpdateGroup = "UpdateGroup";
        DeleteGroup = "DeleteGroup";
        Updateless = "Updateless";
    }

    ListUserBaseFieldsDataType {
        String = "STRING";
        Number = "NUMBER";
        Datetime = "DATETIME";
        Boolean = "BOOLEAN";
        Object = "OBJECT";
        Select = "SELECT";
    }

    LoginFailStrategy {
        Captcha = "captcha";
        BlockAccount = "block-account";
    }

    Method {
        Get = "GET";
        Post = "POST";
    }

    MobileSignInConnection {
        Wechat = "wechat";
        Alipay = "alipay";
        Wechatwork = "wechatwork";
        WechatworkAgency = "wechatwork_agency";
        LarkInternal = "lark_internal";
        LarkPublic = "lark_public";
        Yidun = "yidun";
        WechatMiniProgramCode = "wechat_mini_program_code";
        WechatMiniProgramPhone = "wechat_mini_program_phone";
    }

    OauthResponseType {
        Code = "CODE";
        Token = "TOKEN";
    }

    ObjectType {
        AppPermissionApply = "APP_PERMISSION_APPLY";
        RolePermissionApply = "ROLE_PERMISSION_APPLY";
    }

    Op {
        And = "AND";
        Or = "OR";
    }

    OperationType {
        All = "all";
        Create = "create";
        Delete = "delete";
        Import = "import";
        Export = "export";
        Update = "update";
        Refresh = "refresh";
        Sync = "sync";
        Invite = "invite";
        Resign = "resign";
        Recover = "recover";
        Disable = "disable";
        Enable = "enable";
        Activate = "activate";
        Deactivate = "deactivate";
        Add = "add";
        Remove = "remove";
        Query = "query";
        SendInvitation = "sendInvitation";
        RevertInvitation = "revertInvitation";
        Approval = "approval";
        Reject = "reject";
    }

    Operator {
        Equal = "EQUAL";
        NotEqual = "NOT_EQUAL";
        Contains = "CONTAINS";
        NotContains = "NOT_CONTAINS";
        IsNull = "IS_NULL";
        NotNull = "NOT_NULL";
        In = "IN";
        Greater = "GREATER";
        Lesser = "LESSER";
        Between = "BETWEEN";
    }

    OptObject {
        Ip = "IP";
        User = "USER";
    }

    Order {
        Desc = "desc";
        Asc = "asc";
    }

    OrderBy {
        Asc = "Asc";
        Desc = "Desc";
    }

    PageExpiredTimeUnit {
        Minute = "minute";
        Hour = "hour";
        Day = "day";
    }

    Param {
        UserPoolId = "UserPoolId";
        AppId = "AppId";
        RequestFrom = "RequestFrom";
        UserId = "UserId";
        UserArn = "UserArn";
        CurrentTime = "CurrentTime";
        EpochTime = "EpochTime";
        SourceIp = "SourceIp";
        User = "User";
        MultiFactorAuthPresent = "MultiFactorAuthPresent";
        MultiFactorAuthAge = "MultiFactorAuthAge";
        UserAgent = "UserAgent";
        Referer = "Referer";
        Device = "Device";
        Os = "OS";
        Country = "Country";
        Province = "Province";
        City = "City";
        DeviceChanged = "DeviceChanged";
        DeviceUntrusted = "DeviceUntrusted";
        ProxyUntrusted = "ProxyUntrusted";
        LoggedInApps = "LoggedInApps";
        Namespace = "Namespace";
    }

    PasswordEncryptType {
        Sm2 = "sm2";
        Rsa = "rsa";
        None = "none";
    }

    PermissionStrategy {
        AllowAll = "ALLOW_ALL";
        DenyAll = "DENY_ALL";
    }

    PermissionType {
        All = "ALL";
        Subject = "SUBJECT";
    }

    PipelineFunctionStatus {
        Uploading = "uploading";
        Success = "success";
        Failed = "failed";
    }

    PolicyConditionOperator {
        Bool = "Bool";
        DateEquals = "DateEquals";
        DateNotEquals = "DateNotEquals";
        DateLessThan = "DateLessThan";
        DateLessThanEquals = "DateLessThanEquals";
        DateGreaterThan = "DateGreaterThan";
        DateGreaterThanEquals = "DateGreaterThanEquals";
        IpAddress = "IpAddress";
        NotIpAddress = "NotIpAddress";
        NumericEquals = "NumericEquals";
        NumericNotEquals = "NumericNotEquals";
        NumericLessThan = "NumericLessThan";
        NumericLessThanEquals = "NumericLessThanEquals";
        NumericGreaterThan = "NumericGreaterThan";
        NumericGreaterThanEquals = "NumericGreaterThanEquals";
        StringEquals = "StringEquals";
        StringNotEquals = "StringNotEquals";
        StringEqualsIgnoreCase = "StringEqualsIgnoreCase";
        StringNotEqualsIgnoreCase = "StringNotEqualsIgnoreCase";
        StringLike = "StringLike";
        StringNotLike = "StringNotLike";
        ListContains = "ListContains";
    }

    Protocol {
        Oidc = "OIDC";
        Oauth = "OAUTH";
        Saml = "SAML";
        Cas = "CAS";
        AzureAd = "AZURE_AD";
    }

    ProtocolEnum {
        Oauth = "oauth";
        Oidc = "oidc";
        Cas = "cas";
        Saml = "saml";
    }

    Provider {
        Oidc = "oidc";
        Oauth2 = "oauth2";
        Saml = "saml";
        Ldap = "ldap";
        Ad = "ad";
        Cas = "cas";
        AzureAd = "azure-ad";
        Wechat = "wechat";
        Google = "google";
        Qq = "qq";
        Wechatwork = "wechatwork";
        Dingtalk = "dingtalk";
        Weibo = "weibo";
        Github = "github";
        Alipay = "alipay";
        Apple = "apple";
        Baidu = "baidu";
        Lark = "lark";
        Gitlab = "gitlab";
        Twitter = "twitter";
        Facebook = "facebook";
        Slack = "slack";
        Linkedin = "linkedin";
        Yidun = "yidun";
        Qingcloud = "qingcloud";
        Gitee = "gitee";
        Instagram = "instagram";
        Welink = "welink";
        Huawei = "huawei";
        Honor = "honor";
        Xiaomi = "xiaomi";
        Oppo = "oppo";
        Aws = "aws";
        Amazon = "amazon";
        Douyin = "douyin";
        Kuaishou = "kuaishou";
        Line = "line";
        Sdbz = "sdbz";
    }

    QrcodeType {
        SelfBuiltApp = "SELF_BUILT_APP";
        WechatOfficialAccount = "WECHAT_OFFICIAL_ACCOUNT";
        WechatMiniProgram = "WECHAT_MINI_PROGRAM";
    }

    ReceiverType {
        SmsCode = "smsCode";
        EmailCode = "emailCode";
    }

    RemoveType {
        Manual = "MANUAL";
        Schedule = "SCHEDULE";
    }

    ResourceType {
        All = "all";
        User = "user";
        Userpool = "userpool";
        Tenant = "tenant";
        UserLoginState = "userLoginState";
        UserAccountState = "userAccountState";
        UserGroup = "userGroup";
        FieldEncryptState = "fieldEncryptState";
        SyncTask = "syncTask";
        SocialConnection = "socialConnection";
        EnterpriseConnection = "enterpriseConnection";
        CustomDatabase = "customDatabase";
        Org = "org";
        Cooperator = "cooperator";
        Application = "application";
        ResourceNamespace = "resourceNamespace";
        Resource = "resource";
        Role = "role";
        RoleAssign = "roleAssign";
        Policy = "policy";
        CustomDomain = "customDomain";
        PermitSpace = "permitSpace";
        GeneralResource = "generalResource";
        GeneralResourceAuthorization = "generalResourceAuthorization";
        RoleSubject = "roleSubject";
        SubjectOfRole = "subjectOfRole";
        DataResource = "dataResource";
        DataPolicy = "dataPolicy";
        Authorization = "authorization";
        UserAuthorization = "userAuthorization";
        AdminPermissionRole = "adminPermissionRole";
        AdminPermissionAdmin = "adminPermissionAdmin";
        AdminPermissionPolicy = "adminPermissionPolicy";
        UniversalInvitation = "universalInvitation";
        PolicyInvitation = "policyInvitation";
        InvitationRoster = "invitationRoster";
        InvitationUser = "invitationUser";
        InvitationPolicy = "invitationPolicy";
        Applicant = "applicant";
    }

    ResponseMode {
        Query = "QUERY";
        Fragment = "FRAGMENT";
        FormPost = "FORM_POST";
    }

    ResponseTokenType {
        IdToken = "id_token";
        AccessToken = "access_token";
    }

    RiskListPolicyCreateAction {
        AddIpBlackList = "ADD_IP_BLACK_LIST";
        AddUserBlackList = "ADD_USER_BLACK_LIST";
    }

    Rule {
        Disable = "disable";
        ConditionDevice = "condition:device";
        ConditionIp = "condition:ip";
    }

    Scene {
        PreRegister = "PRE_REGISTER";
        PostRegister = "POST_REGISTER";
        PreAuthentication = "PRE_AUTHENTICATION";
        PostAuthentication = "POST_AUTHENTICATION";
        PreOidcIdTokenIssued = "PRE_OIDC_ID_TOKEN_ISSUED";
        PreOidcAccessTokenIssued = "PRE_OIDC_ACCESS_TOKEN_ISSUED";
        PreCompleteUserInfo = "PRE_COMPLETE_USER_INFO";
        PreMfaVerify = "PRE_MFA_VERIFY";
        PostMfaVerify = "POST_MFA_VERIFY";
    }

    SearchDepartmentsFilterItemOperator {
        Between = "BETWEEN";
        Equal = "EQUAL";
        In = "IN";
        Lesser = "LESSER";
        Greater = "GREATER";
        Contains = "CONTAINS";
    }

    SearchDepartmentsListOrderBy {
        Asc = "ASC";
        Desc = "DESC";
    }

    SearchDepartmentsListSortBy {
        UpdatedAt = "updatedAt";
        CreatedAt = "createdAt";
    }

    SendEmailChannel {
        ChannelLogin = "CHANNEL_LOGIN";
        ChannelRegister = "CHANNEL_REGISTER";
        ChannelResetPassword = "CHANNEL_RESET_PASSWORD";
        ChannelVerifyEmailLink = "CHANNEL_VERIFY_EMAIL_LINK";
        ChannelUpdateEmail = "CHANNEL_UPDATE_EMAIL";
        ChannelBindEmail = "CHANNEL_BIND_EMAIL";
        ChannelUnbindEmail = "CHANNEL_UNBIND_EMAIL";
        ChannelVerifyMfa = "CHANNEL_VERIFY_MFA";
        ChannelUnlockAccount = "CHANNEL_UNLOCK_ACCOUNT";
        ChannelCompleteEmail = "CHANNEL_COMPLETE_EMAIL";
        ChannelDeleteAccount = "CHANNEL_DELETE_ACCOUNT";
    }

    SendVerifyCodeMethod {
        PrioritySMS = "prioritySMS";
        PriorityEmail = "priorityEmail";
    }

    SignatureEnum {
        HmacSha1 = "HMAC-SHA1";
        N10 = "1.0";
    }

    SigninByMobileConnection {
        Apple = "apple";
        Wechat = "wechat";
        Alipay = "alipay";
        Wechatwork = "wechatwork";
        WechatworkAgency = "wechatwork_agency";
        LarkInternal = "lark_internal";
        LarkPublic = "lark_public";
        LarkBlock = "lark_block";
        Yidun = "yidun";
        WechatMiniProgramCode = "wechat_mini_program_code";
        WechatMiniProgramPhone = "wechat_mini_program_phone";
        WechatMiniProgramCodeAndPhone = "wechat_mini_program_code_and_phone";
        Google = "google";
        Facebook = "facebook";
        Qq = "qq";
        Weibo = "weibo";
        Baidu = "baidu";
        Linkedin = "linkedin";
        Dingtalk = "dingtalk";
        Github = "github";
        Gitee = "gitee";
        Gitlab = "gitlab";
        Douyin = "douyin";
        Kuaishou = "kuaishou";
        Xiaomi = "xiaomi";
        Line = "line";
        Slack = "slack";
        Oppo = "oppo";
        Huawei = "huawei";
        Amazon = "amazon";
        DouyinMiniProgramCode = "douyin_mini_program_code";
        DouyinMiniProgramCodeAndPhone = "douyin_mini_program_code_and_phone";
    }

    SigninByMobileConnection2 {
        Apple = "apple";
        Wechat = "wechat";
        Alipay = "alipay";
        Wechatwork = "wechatwork";
        WechatworkAgency = "wechatwork_agency";
        LarkInternal = "lark_internal";
        LarkPublic = "lark_public";
        LarkBlock = "lark_block";
        Yidun = "yidun";
        WechatMiniProgramCode = "wechat_mini_program_code";
        WechatMiniProgramPhone = "wechat_mini_program_phone";
        WechatMiniProgramCodeAndPhone = "wechat_mini_program_code_and_phone";
        Google = "google";
        Facebook = "facebook";
        Qq = "qq";
        Weibo = "weibo";
        Baidu = "baidu";
        Linkedin = "linkedin";
        Dingtalk = "dingtalk";
        Github = "github";
        Gitee = "gitee";
        Gitlab = "gitlab";
        Douyin = "douyin";
        Kuaishou = "kuaishou";
        Xiaomi = "xiaomi";
        Line = "line";
        Slack = "slack";
        Oppo = "oppo";
        Huawei = "huawei";
        Amazon = "amazon";
    }

    SigninByMobileConnection3 {
        Apple = "apple";
        Wechat = "wechat";
        Alipay = "alipay";
        Wechatwork = "wechatwork";
        WechatworkAgency = "wechatwork_agency";
        LarkInternal = "lark_internal";
        LarkPublic = "lark_public";
        Yidun = "yidun";
        WechatMiniProgramCode = "wechat_mini_program_code";
        WechatMiniProgramPhone = "wechat_mini_program_phone";
        Google = "google";
        Facebook = "facebook";
    }

    SortBy {
        DepartmentCreatedAt = "DepartmentCreatedAt";
        JoinDepartmentAt = "JoinDepartmentAt";
        DepartmentName = "DepartmentName";
        DepartmemtCode = "DepartmemtCode";
    }

    SortingField {
        Id = "id";
        CreatedAt = "createdAt";
        UpdatedAt = "updatedAt";
        Email = "email";
        Username = "username";
        ExternalId = "externalId";
        Phone = "phone";
        Status = "status";
        StatusChangedAt = "statusChangedAt";
        PasswordLastSetAt = "passwordLastSetAt";
        LoginsCount = "loginsCount";
        Gender = "gender";
        LastLogin = "lastLogin";
        UserSourceType = "userSourceType";
        LastMfaTime = "lastMfaTime";
        PasswordSecurityLevel = "passwordSecurityLevel";
        PhoneCountryCode = "phoneCountryCode";
        LastIp = "lastIp";
    }

    SortingField2 {
        CreatedAt = "createdAt";
        UpdatedAt = "updatedAt";
        Email = "email";
        Username = "username";
        ExternalId = "externalId";
        Phone = "phone";
        Status = "status";
        StatusChangedAt = "statusChangedAt";
        PasswordLastSetAt = "passwordLastSetAt";
        LoginsCount = "loginsCount";
        Gender = "gender";
        LastLogin = "lastLogin";
        UserSourceType = "userSourceType";
        LastMfaTime = "lastMfaTime";
        PasswordSecurityLevel = "passwordSecurityLevel";
        PhoneCountryCode = "phoneCountryCode";
        LastIp = "lastIp";
    }

    Source {
        Preset = "preset";
        ManualAdd = "manual_add";
    }

    Status {
        Suspended = "Suspended";
        Resigned = "Resigned";
        Activated = "Activated";
        Archived = "Archived";
        Deactivated = "Deactivated";
    }

    Strategy {
        Captcha = "captcha";
        PasswordCaptcha = "password-captcha";
    }

    SyncRiskOperationObjectType {
        Department = "DEPARTMENT";
        User = "USER";
    }

    SyncRiskOperationStatus {
        Pending = "PENDING";
        Success = "SUCCESS";
        Failed = "FAILED";
        Canceled = "CANCELED";
        Executing = "EXECUTING";
    }

    SyncTaskFlow {
        Upstream = "upstream";
        Downstream = "downstream";
    }

    SyncTaskTrigger {
        Manually = "manually";
        Timed = "timed";
        Automatic = "automatic";
    }

    SyncTaskType {
        Lark = "lark";
        LarkInternational = "lark-international";
        Wechatwork = "wechatwork";
        Dingtalk = "dingtalk";
        ActiveDirectory = "active-directory";
        Italent = "italent";
        Maycur = "maycur";
        Ldap = "ldap";
        Moka = "moka";
        Fxiaoke = "fxiaoke";
        Scim = "scim";
        Xiaoshouyi = "xiaoshouyi";
        Kayang = "kayang";
        Custom = "custom";
    }

    SystemType {
        Windows = "Windows";
        MacOS = "MacOS";
        Android = "Android";
        IOS = "iOS";
    }

    TargetType {
        User = "USER";
        Role = "ROLE";
        Group = "GROUP";
        Department = "DEPARTMENT";
    }

    TokenEndPointAuthMethod {
        None = "NONE";
        ClientSecretPost = "CLIENT_SECRET_POST";
        ClientSecretBasic = "CLIENT_SECRET_BASIC";
    }

    TokenPlace {
        Query = "query";
        Header = "header";
        Body = "body";
    }

    TplEngine {
        Handlebar = "handlebar";
        Ejs = "ejs";
    }

    Type {
        Data = "DATA";
        Api = "API";
        Menu = "MENU";
        Button = "BUTTON";
        Ui = "UI";
    }

    UniversalInvitationApplicantDataChannel {
        Manual = "MANUAL";
        Auto = "AUTO";
    }

    UniversalInvitationApplicantDataStatus {
        Pending = "PENDING";
        Passed = "PASSED";
        Rejected = "REJECTED";
    }

    UniversalInvitationJoinStatus {
        Pending = "PENDING";
        Passed = "PASSED";
    }

    UpdateEmailTemplateType {
        WelcomeEmail = "WELCOME_EMAIL";
        FirstCreatedUser = "FIRST_CREATED_USER";
        RegisterVerifyCode = "REGISTER_VERIFY_CODE";
        LoginVerifyCode = "LOGIN_VERIFY_CODE";
        MfaVerifyCode = "MFA_VERIFY_CODE";
        InformationCompletionVerifyCode = "INFORMATION_COMPLETION_VERIFY_CODE";
        FirstEmailLoginVerify = "FIRST_EMAIL_LOGIN_VERIFY";
        ConsoleConductedVerify = "CONSOLE_CONDUCTED_VERIFY";
        UserPasswordUpdateRemind = "USER_PASSWORD_UPDATE_REMIND";
        AdminResetUserPasswordNotification = "ADMIN_RESET_USER_PASSWORD_NOTIFICATION";
        UserPasswordResetNotification = "USER_PASSWORD_RESET_NOTIFICATION";
        ResetPasswordVerifyCode = "RESET_PASSWORD_VERIFY_CODE";
        SelfUnlockingVerifyCode = "SELF_UNLOCKING_VERIFY_CODE";
        EmailBindVerifyCode = "EMAIL_BIND_VERIFY_CODE";
        EmailUnbindVerifyCode = "EMAIL_UNBIND_VERIFY_CODE";
    }

    UpdateUserProfileGender {
        M = "M";
        F = "F";
        U = "U";
        W = "W";
    }

    UserIdType {
        UserId = "user_id";
        ExternalId = "external_id";
        Phone = "phone";
        Email = "email";
        Username = "username";
        Identity = "identity";
        SyncRelation = "sync_relation";
        CustomField = "custom_field";
    }

    UserSourceType {
        Excel = "excel";
        Register = "register";
        AdminCreated = "adminCreated";
        Sync = "sync";
    }

    UserUserSourceType {
        Excel = "excel";
        Register = "register";
        AdminCreated = "adminCreated";
        Sync = "sync";
        Workflow = "workflow";
    }

    Usertype {
        N1 = "1";
        N2 = "2";
    }

    ValidateTicketFormat {
        Json = "JSON";
        Xml = "XML";
    }

    ValueType {
        String = "STRING";
        Select = "SELECT";
    }

    VerifyDeleteAccountRequestVerifyMethod {
        PhonePasscode = "PHONE_PASSCODE";
        EmailPasscode = "EMAIL_PASSCODE";
        Password = "PASSWORD";
    }

    VerifyMethod {
        EmailPasscode = "EMAIL_PASSCODE";
    }

    VerifyResetPasswordRequestVerifyMethod {
        EmailPasscode = "EMAIL_PASSCODE";
        PhonePasscode = "PHONE_PASSCODE";
    }

    VerifyUpdatePhoneRequestVerifyMethod {
        PhonePasscode = "PHONE_PASSCODE";
    }

    WorkStatus {
        Closed = "Closed";
        Active = "Active";
    }

    XResourceType {
        Data = "DATA";
        Api = "API";
        Menu = "MENU";
        Button = "BUTTON";
    }
}
